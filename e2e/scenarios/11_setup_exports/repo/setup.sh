echo setting up
export BERTH='nine and a half'
PRIVATE=1
export PATH=$HOME/bin:$PATH
mkdir -p ~/bin tools
printf '#!/bin/sh\necho moored\n' >~/bin/moor
chmod +x ~/bin/moor
echo by set-up >tools/made.txt
echo rope=2 >~/.moorrc
