# Runs a set-up script so that what it exports can be handed on, and leaves with its status.
# $1: the script; $2: a folder for the two lists of variables.
drydock_lists=$2
mkdir -p "$drydock_lists"
env -0 >"$drydock_lists/before.env"
drydock_end() {
  drydock_status=$?
  env -0 >"$drydock_lists/after.env"
  exit "$drydock_status"
}
trap drydock_end EXIT
drydock_script=$1
set --
case $(head -c 64 "$drydock_script" | head -n 1) in
  '#!'*bash* | '#!'*/sh* | '#!'*' sh'* | [!#]* | '' | '#'[!!]*) . "$drydock_script" ;;
  *) "$drydock_script" ;;
esac
