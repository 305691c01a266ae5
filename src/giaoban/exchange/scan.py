"""A picture file of pages (.png, .jpg, .tiff and the like) → its text, by character recognition."""

from __future__ import annotations

import io
import warnings
from collections.abc import Callable, Iterator

from PIL import ExifTags, Image, ImageOps

from giaoban.core.errors import DocumentError
from giaoban.exchange.document import Document
from giaoban.exchange.pages import compose
from giaoban.exchange.recognition import DPI, recognise, recognition_notes, require_tesseract

FORMATS = ("PNG", "JPEG", "TIFF", "BMP", "GIF", "WEBP")
PIXEL_LIMIT = 120_000_000  # 600 dpi of A3 is 70 million
FRAME_LIMIT = 200
A4_WIDTH = 8.27  # inches
UPRIGHT = 1  # of the orientations that EXIF numbers
Progress = Callable[[int, int], None]


def read_scan(content: bytes, progress: Progress) -> Document:
    """The document of a picture; each frame of a .tiff is a page.

    Raises DocumentError: `file_corrupt`, `image_too_large`, `too_many_pages`, `no_words`, `ocr_missing`,
    `ocr_language_missing`, `ocr_timed_out`.
    """
    pages = []
    with warnings.catch_warnings(), _open(content) as picture:
        warnings.simplefilter("ignore")  # Pillow warns of odd metadata, which no reader of the report can mend
        require_tesseract()
        frames = getattr(picture, "n_frames", 1) if picture.format == "TIFF" else 1
        if frames > FRAME_LIMIT:
            raise DocumentError("too_many_pages", pages=frames, limit=FRAME_LIMIT)
        for number, frame in enumerate(_frames(picture, frames)):
            pages.append(recognise(frame))
            progress(number + 1, frames)
    document = compose(pages, "scan", recognition_notes(pages))
    if not document.text:
        raise DocumentError("ocr_timed_out" if any(page.timed_out for page in pages) else "no_words")
    return document


def _open(content: bytes) -> Image.Image:
    limit = Image.MAX_IMAGE_PIXELS
    Image.MAX_IMAGE_PIXELS = None  # our own limit below says so in our own words
    try:
        picture = Image.open(io.BytesIO(content), formats=FORMATS)
    except Exception as error:  # Pillow's readers raise whatever their format makes them stumble on
        raise DocumentError("file_corrupt") from error
    finally:
        Image.MAX_IMAGE_PIXELS = limit
    _check_size(picture)
    return picture


def _check_size(picture: Image.Image) -> None:
    pixels = picture.width * picture.height
    if pixels > PIXEL_LIMIT:
        raise DocumentError("image_too_large", width=picture.width, height=picture.height, limit=PIXEL_LIMIT)


def _frames(picture: Image.Image, frames: int) -> Iterator[Image.Image]:
    for frame in range(frames):
        try:
            picture.seek(frame)
            _check_size(picture)
            yield _at_reading_size(_upright(picture))
        except DocumentError:
            raise
        except Exception as error:  # a truncated frame
            raise DocumentError("file_corrupt") from error


def _upright(picture: Image.Image) -> Image.Image:
    """The picture in grey on white, turned as its camera says it was held."""
    turned = picture
    if picture.getexif().get(ExifTags.Base.Orientation, UPRIGHT) != UPRIGHT:  # asked first: turning copies the picture
        turned = ImageOps.exif_transpose(picture)
    if turned.mode not in {"RGBA", "LA", "PA"} and "transparency" not in turned.info:
        return turned.convert("L")
    layer = turned if turned.mode in {"RGBA", "LA"} else turned.convert("RGBA")
    page = Image.new("L", layer.size, "white")
    page.paste(layer.convert("L"), mask=layer.getchannel("A"))
    return page


def _at_reading_size(picture: Image.Image) -> Image.Image:
    """The picture at 200 dpi: by its own word for its resolution if that makes a sheet of paper, else as A4 across."""
    factor = DPI / _resolution(picture)
    if 0.8 < factor < 1.25:
        return picture
    factor = min(max(factor, 0.1), 4.0)
    size = (max(1, round(picture.width * factor)), max(1, round(picture.height * factor)))
    return picture.resize(size, Image.Resampling.LANCZOS)


def _resolution(picture: Image.Image) -> float:
    stated = picture.info.get("dpi", (0, 0))
    across = float(stated[0]) if isinstance(stated, tuple) else 0.0
    short = min(picture.size)
    if across > 0 and 5 <= short / across <= 14:
        return across
    return short / A4_WIDTH
