"""What 60 photos of 12 megapixels cost: the first build, the next one, the one after a save; and what visitors get.

    .venv/bin/python benchmarks/pictures.py

It makes such a project in a temporary folder and removes it again.
"""

import os
import subprocess
import sys
import tempfile
import time
from io import BytesIO
from pathlib import Path

from PIL import Image

PHOTOS, WIDTH, HEIGHT = 60, 4000, 3000
NAMES = [f"{first} {last}" for first in "Ada Bo Cy Dee Eve Fay".split() for last in "A B C D E F G H I J".split()]


def main() -> None:
    """Make the project, measure, and print a line for each figure."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        given = make(root)
        print(f"{PHOTOS} photos of {WIDTH} × {HEIGHT}, {given / 1e6:.0f} MB; {os.cpu_count()} cores")
        print(f"first build: {built(root)}")
        print(f"next build: {built(root)}")
        (root / "content/2021/workshop.yaml").write_text("title: A Save\n", "utf-8")
        print(f"after a save of a text: {built(root)}")
        made = [file for file in (root / "site").rglob("*") if "pictures" in file.parts]
        total = sum(file.stat().st_size for file in made)
        print(f"{len(made)} files, {total / 1e6:.1f} MB, {total / given:.1%} of what was given")
        for width, form in ((160, "avif"), (320, "avif"), (320, "webp"), (320, "jpg"), (480, "avif")):
            sizes = [file.stat().st_size for file in made if file.name.endswith(f"-{width}.{form}")]
            print(f"  {width} × {width} {form:4}: {sum(sizes) / len(sizes) / 1e3:.1f} kB each")
        kept = [file.stat().st_size for file in (root / ".cache").rglob("*") if file.is_file()]
        print(f"remembered: {sum(kept) / 1e6:.1f} MB")


def make(root: Path) -> int:
    """Write a project in which everybody has a photo; gives the bytes of all photos."""
    content = root / "content" / "2021"
    (content / "files").mkdir(parents=True)
    (root / "content/site.yaml").write_text("name: Many Photos\nacronym: MP\nurl: https://example.org/\n", "utf-8")
    (content / "workshop.yaml").write_text("title: Many Photos\n", "utf-8")
    lines = [f"  - {{name: {name}, photo: {number}.jpg}}" for number, name in enumerate(NAMES)]
    (content / "organizers.yaml").write_text("\n".join(["organizers:", *lines, ""]), "utf-8")
    total = 0
    for number in range(PHOTOS):
        data = photo(number)
        total += len(data)
        (content / "files" / f"{number}.jpg").write_bytes(data)
    return total


def photo(number: int) -> bytes:
    """A JPEG that weighs what one of a telephone does: soft shapes, with the noise of a sensor over them."""
    shapes = Image.effect_mandelbrot((WIDTH // 8, HEIGHT // 8), (-2, -1.2 + number / 100, 1, 1.2), 60 + number)
    soft = shapes.resize((WIDTH, HEIGHT), Image.Resampling.BICUBIC)
    noise = Image.effect_noise((WIDTH, HEIGHT), 12)
    turned = soft.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    bands = [Image.blend(soft, noise, 0.3), Image.blend(turned, noise, 0.3), Image.blend(soft, turned, 0.5)]
    file = BytesIO()
    Image.merge("RGB", bands).save(file, "JPEG", quality=88)
    return file.getvalue()


def built(root: Path) -> str:
    """What a whole build in a process of its own takes: on the clock, and of the cores' time."""
    started, before = time.perf_counter(), os.times()
    command = [sys.executable, "-m", "mmpt_site", "build", "--as-of", "2021-03-01"]
    done = subprocess.run(command, cwd=root, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    wall, after = time.perf_counter() - started, os.times()
    cores = after.children_user + after.children_system - before.children_user - before.children_system
    return f"{wall:.1f} s, of the cores {cores:.1f} s"


if __name__ == "__main__":
    main()
