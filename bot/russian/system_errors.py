"""What the operating system says of a file, in Russian."""

import errno

_WORDS = {
    errno.ENOSPC: "на диске нет места",
    errno.EFBIG: "файл не помещается на диск",
    errno.EDQUOT: "исчерпано место, отведённое этому пользователю",
    errno.EACCES: "нет прав",
    errno.EPERM: "нет прав",
    errno.EROFS: "диск открыт только для чтения",
    errno.ENOENT: "такого файла или папки нет",
    errno.EEXIST: "на этом месте уже что-то есть",
    errno.ENOTEMPTY: "папка не пуста",
    errno.EISDIR: "это папка, а нужен файл",
    errno.ENOTDIR: "часть пути — файл, а нужна папка",
    errno.EBUSY: "занято другой программой или подключено как отдельный диск",
    errno.EIO: "диск не отвечает",
}


def reason_of(error: OSError) -> str:
    """The reason in Russian; a rare one in the words of the system."""
    if error.errno in _WORDS:
        return _WORDS[error.errno]
    return error.strerror or str(error)
