"""Writes into every descriptor that it has inherited, standard input and output included."""

import os
import stat

kinds = []
for descriptor in range(1024):
    try:
        mode = os.fstat(descriptor).st_mode
    except OSError:
        continue
    kind = {stat.S_IFREG: "file", stat.S_IFDIR: "folder", stat.S_IFSOCK: "socket", stat.S_IFIFO: "pipe"}
    kinds.append(kind.get(stat.S_IFMT(mode), "device"))
raise RuntimeError(f"inherited: {', '.join(sorted(kinds))}")
