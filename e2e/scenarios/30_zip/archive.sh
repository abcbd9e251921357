cd repo
python3 -m zipfile -c ../archive sum.sh test.sh
