python3 - <<'PY'
import zipfile
with zipfile.ZipFile('archive', 'w', zipfile.ZIP_DEFLATED) as z:
    with z.open('zeros', 'w', force_zip64=True) as f:
        for _ in range(300):
            f.write(bytes(1 << 20))
PY
