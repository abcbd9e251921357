python3 - <<'PY'
import zipfile
with zipfile.ZipFile('archive', 'w') as z:
    z.writestr('fine.txt', 'fine')
    z.writestr('../../../../var/tmp/slipped', 'slipped')
PY
