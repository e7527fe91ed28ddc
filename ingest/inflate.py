"""Compressed bytes, inflated up to a limit and never beyond."""

import zlib

GZIP_MAGIC = b"\x1f\x8b"
# wbits of zlib for a gzip header
GZIP = 31


class TooLarge(Exception):
    """There is more than the limit."""


class Gunzip:
    """Inflates gzip piece by piece. Few bytes can stand for gigabytes, so zlib is told each time how much may come out."""

    def __init__(self, limit: int) -> None:
        self._left = limit
        self._member = zlib.decompressobj(GZIP)
        # a byte behind a member, of which it is not known yet if another begins with it
        self._between = b""

    def inflate(self, data: bytes) -> bytes:
        """What these bytes stand for.

        Raises:
            TooLarge: All of it is more than the limit.
            zlib.error: They are no gzip.
        """
        out: list[bytes] = []
        data, self._between = self._between + data, b""
        while data:
            if self._member.eof:
                if len(data) < len(GZIP_MAGIC):
                    self._between = data
                    break
                if not data.startswith(GZIP_MAGIC):
                    break  # what pads a file
                self._member = zlib.decompressobj(GZIP)
            part = self._member.decompress(data, self._left + 1)
            self._left -= len(part)
            if self._left < 0:
                raise TooLarge
            out.append(part)
            data = self._member.unused_data if self._member.eof else b""
        return b"".join(out)

    @property
    def is_whole(self) -> bool:
        return self._member.eof


def gunzip(data: bytes, limit: int) -> bytes:
    """The content of a gzip file.

    Raises:
        TooLarge: It is more than `limit` bytes.
        zlib.error: It is no gzip, or breaks off.
    """
    stream = Gunzip(limit)
    content = stream.inflate(data)
    if not stream.is_whole:
        raise zlib.error("breaks off")
    return content
