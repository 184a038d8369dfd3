"""Archives whose bytes depend on their content alone."""

import gzip
import hashlib
import io
import os
import tarfile

# The time of every file in every package, in seconds since 1970.
EPOCH = int(os.environ.get("SOURCE_DATE_EPOCH", "0"))


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def tar(entries) -> bytes:
    """A tar archive of (path, bytes or None for a folder or ('link', target), mode)."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=tarfile.USTAR_FORMAT) as archive:
        for path, content, mode in entries:
            entry = tarfile.TarInfo(path)
            entry.mode, entry.mtime, entry.uid, entry.gid = mode, EPOCH, 0, 0
            if content is None:
                entry.type = tarfile.DIRTYPE
                archive.addfile(entry)
            elif isinstance(content, tuple):
                entry.type, entry.linkname = tarfile.SYMTYPE, content[1]
                archive.addfile(entry)
            else:
                entry.size = len(content)
                archive.addfile(entry, io.BytesIO(content))
    return buffer.getvalue()


def gzipped(data: bytes) -> bytes:
    return gzip.compress(data, compresslevel=9, mtime=0)
