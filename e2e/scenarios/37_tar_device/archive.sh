python3 - <<'PY'
import tarfile
with tarfile.open('archive', 'w:gz') as t:
    i = tarfile.TarInfo('disk'); i.type = tarfile.BLKTYPE; i.devmajor = 254
    t.addfile(i)
PY
