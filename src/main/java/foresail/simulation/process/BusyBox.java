package foresail.simulation.process;

import foresail.script.world.MemoryFiles;
import java.util.Set;

/** The programs that a busybox image has (busybox 1.36.1, default configuration). */
final class BusyBox {
  /** In bytes. */
  private static final long SIZE = 1_131_168;

  private static final Set<String> APPLETS =
      Set.of(
          """
          [ [[ acpid adduser addgroup adjtimex ar arch arp arping ascii ash awk base32 base64
          basename bc beep blkdiscard blkid blockdev bootchartd brctl bunzip2 busybox bzcat
          bzip2 cal cat chat chattr chgrp chmod chown chpasswd chpst chroot chrt chvt cksum
          clear cmp comm conspy cp cpio crc32 crond crontab cryptpw cttyhack cut date dc dd
          deallocvt delgroup deluser depmod devmem df dhcprelay diff dirname dmesg dnsd
          dnsdomainname dos2unix dpkg dpkg-deb du dumpkmap dumpleases echo ed egrep eject env
          envdir envuidgid ether-wake expand expr factor fakeidentd fallocate false fatattr
          fbset fbsplash fdflush fdformat fdisk fgconsole fgrep find findfs flock fold free
          freeramdisk fsck fsck.minix fsfreeze fstrim fsync ftpd ftpget ftpput fuser getfattr
          getopt getty grep groups gunzip gzip halt hd hdparm head hexdump hexedit hostid
          hostname httpd hush hwclock i2cdetect i2cdump i2cget i2cset i2ctransfer id ifconfig
          ifdown ifenslave ifplugd ifup inetd init insmod install ionice iostat ip ipaddr
          ipcalc ipcrm ipcs iplink ipneigh iproute iprule iptunnel kbd_mode kill killall
          killall5 klogd last less link linux32 linux64 linuxrc ln loadfont loadkmap logger
          login logname logread losetup lpd lpq lpr ls lsattr lsmod lsof lspci lsscsi lsusb
          lzcat lzma lzop makedevs makemime man md5sum mdev mesg microcom mim mkdir mkdosfs
          mke2fs mkfifo mkfs.ext2 mkfs.minix mkfs.vfat mknod mkpasswd mkswap mktemp modinfo
          modprobe more mount mountpoint mpstat mt mv nameif nanddump nandwrite nbd-client nc
          netstat nice nl nmeter nohup nologin nproc nsenter nslookup ntpd od openvt partprobe
          passwd paste patch pgrep pidof ping ping6 pipe_progress pivot_root pkill pmap
          popmaildir poweroff powertop printenv printf ps pscan pstree pwd pwdx raidautorun
          rdate rdev readahead readlink readprofile realpath reboot reformime remove-shell
          renice reset resize resume rev rm rmdir rmmod route rpm rpm2cpio rtcwake run-init
          run-parts runlevel runsv runsvdir rx script scriptreplay sed seedrng sendmail seq
          setarch setconsole setfattr setfont setkeycodes setlogcons setpriv setserial setsid
          setuidgid sh sha1sum sha256sum sha3sum sha512sum showkey shred shuf slattach sleep
          smemcap softlimit sort split ssl_client start-stop-daemon stat strings stty su
          sulogin sum sv svc svlogd svok swapoff swapon switch_root sync sysctl syslogd tac
          tail tar taskset tc tcpsvd tee telnet telnetd test tftp tftpd time timeout top touch
          tr traceroute traceroute6 true truncate ts tsort tty ttysize tunctl ubiattach
          ubidetach ubimkvol ubirename ubirmvol ubirsvol ubiupdatevol udhcpc udhcpc6 udhcpd
          udpsvd uevent umount uname unexpand uniq unix2dos unlink unlzma unshare unxz unzip
          uptime users usleep uudecode uuencode vconfig vi vlock volname w wall watch watchdog
          wc wget which who whoami whois xargs xxd xz xzcat yes zcat zcip
          """
              .split("\\s+"));

  private BusyBox() {}

  /** Puts the files of the image into a container's root. */
  static void install(MemoryFiles root) {
    for (String applet : APPLETS) {
      String path = "/bin/" + applet;
      root.allocate(path, SIZE); // all of them are one program
      root.setMode(path, 0755);
    }
    root.withFile(
        "/etc/passwd",
        "root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534:nobody:/home:/bin/false\n");
    root.withFile("/etc/group", "root:x:0:\nnobody:x:65534:\n");
  }

  /** Whether an image is busybox itself, by its name. */
  static boolean isImage(String image) {
    String name = image;
    int at = name.indexOf('@');
    if (at >= 0) {
      name = name.substring(0, at);
    }
    int slash = name.lastIndexOf('/');
    String last = name.substring(slash + 1);
    int colon = last.indexOf(':');
    return (colon < 0 ? last : last.substring(0, colon)).equals("busybox");
  }

  /** Whether a command is surely not in the image: no applet, and in no folder that has any. */
  static boolean lacks(String command) {
    int slash = command.lastIndexOf('/');
    if (slash < 0) {
      return !APPLETS.contains(command);
    }
    boolean binaries =
        switch (command.substring(0, slash)) {
          case "/bin", "/sbin", "/usr/bin", "/usr/sbin" -> true;
          default -> false;
        };
    return !binaries || !APPLETS.contains(command.substring(slash + 1));
  }
}
