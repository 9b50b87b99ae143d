#!/bin/bash
# Starts bare-debian.sh as root of a bare Debian. Mounts of its own, processes of its own (it is run by `unshare`), and an upper layer in
# memory: what is done there is gone afterwards. In a chroot nobody may make user namespaces, which is how it is on hardened systems; with
# the root itself exchanged they may.
set -eu
base=$1 deb=$2 newer=$3 script=$4 way=$5
work=$(mktemp -d)
mount -t tmpfs tmpfs "$work"
mkdir "$work/upper" "$work/work" "$work/root"
mount -t overlay overlay -o "lowerdir=$base,upperdir=$work/upper,workdir=$work/work" "$work/root"
root=$work/root
mount -t proc proc "$root/proc"
mount --rbind /sys "$root/sys"
mount --rbind /dev "$root/dev"
mkdir -p "$root/tmp/.X11-unix"
mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"
cp "$deb" "$root/tmp/package.deb"
cp "$newer" "$root/tmp/newer.deb"
cp "$script" "$root/tmp/bare-debian.sh"
cp "$XAUTHORITY" "$root/tmp/Xauthority"
chmod 644 "$root/tmp/Xauthority"
cp /etc/resolv.conf "$root/etc/resolv.conf"
export XAUTHORITY=/tmp/Xauthority
[ -e "$root/var/lib/apt/lists/lock" ] && rm -rf "$root/var/lib/apt/lists/"*
if [ "$way" = chroot ]; then
  chroot "$root" apt-get update -qq
  exec chroot "$root" bash /tmp/bare-debian.sh /tmp/package.deb /tmp/newer.deb
fi
cd "$root"
mkdir -p outside
pivot_root . outside
umount -l /outside
apt-get update -qq
exec bash /tmp/bare-debian.sh /tmp/package.deb /tmp/newer.deb
