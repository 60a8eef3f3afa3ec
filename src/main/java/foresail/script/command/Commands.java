package foresail.script.command;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The one list of known programs. */
public final class Commands {
  private static final Map<String, Command> ALL = new HashMap<>();

  static {
    ALL.put(":", call -> Outcome.done(0));
    ALL.put("true", call -> Outcome.done(0));
    ALL.put("false", call -> Outcome.done(1));
    ALL.put("echo", Printing::echo);
    ALL.put("printf", Printf::run);
    ALL.put("yes", Printing::yes);
    ALL.put("seq", Printing::seq);
    ALL.put("test", Tests::run);
    ALL.put("[", Tests::run);
    ALL.put("expr", Expr::run);
    ALL.put("sleep", Sleeping::sleep);
    ALL.put("usleep", Sleeping::usleep);
    ALL.put("pause", call -> Outcome.forEver());
    ALL.put("timeout", Sleeping::timeout);

    ALL.put("touch", FileChanges::touch);
    ALL.put("rm", FileChanges::remove);
    ALL.put("unlink", FileChanges::remove);
    ALL.put("rmdir", FileChanges::removeDirectory);
    ALL.put("mkdir", FileChanges::makeDirectory);
    ALL.put("cp", FileChanges::copy);
    ALL.put("install", FileChanges::copy);
    ALL.put("mv", FileChanges::move);
    ALL.put("ln", FileChanges::link);
    ALL.put("chmod", FileChanges::changeMode);
    ALL.put("chown", FileChanges::changeOwner);
    ALL.put("chgrp", FileChanges::changeOwner);
    ALL.put("mktemp", FileChanges::temporary);
    ALL.put("mkfifo", FileChanges::touch);
    ALL.put("dd", DiskFilling::dd);
    ALL.put("fallocate", DiskFilling::fallocate);
    ALL.put("truncate", DiskFilling::fallocate);
    ALL.put("sync", call -> Outcome.done(0));
    ALL.put("ls", FileQueries::list);
    ALL.put("stat", FileQueries::stat);
    ALL.put("du", FileQueries::diskUse);
    ALL.put("df", FileQueries::diskFree);
    ALL.put("readlink", FileQueries::realPath);
    ALL.put("realpath", FileQueries::realPath);
    ALL.put("basename", FileQueries::baseName);
    ALL.put("dirname", FileQueries::directoryName);
    ALL.put("find", FileQueries::find);

    ALL.put("cat", Filters::cat);
    ALL.put("tac", Filters::tac);
    ALL.put("head", Filters::head);
    ALL.put("tail", Filters::tail);
    ALL.put("wc", Filters::wc);
    ALL.put("tee", Filters::tee);
    ALL.put("grep", Grep::run);
    ALL.put("egrep", Grep::extended);
    ALL.put("fgrep", Grep::fixed);
    ALL.put("sed", Sed::run);
    ALL.put("awk", Awk::run);
    ALL.put("tr", Columns::tr);
    ALL.put("cut", Columns::cut);
    ALL.put("sort", Columns::sort);
    ALL.put("uniq", Columns::uniq);
    ALL.put("rev", Columns::rev);
    ALL.put("base64", Columns::base64);
    ALL.put("xargs", Starters::xargs);

    ALL.put("env", Starters::env);
    ALL.put("printenv", Starters::printenv);
    ALL.put("nohup", Starters::pass);
    ALL.put("setsid", Starters::pass);
    ALL.put("tini", Starters::pass);
    ALL.put("dumb-init", Starters::pass);
    ALL.put("catatonit", Starters::pass);
    ALL.put("time", Starters::pass);
    ALL.put("exec", Starters::pass);
    ALL.put("sudo", Starters::pass);
    ALL.put("nice", Starters::nice);
    ALL.put("ionice", Starters::nice);
    ALL.put("stdbuf", Starters::nice);
    ALL.put("gosu", Starters::asUser);
    ALL.put("su-exec", Starters::asUser);
    ALL.put("chroot", Starters::asUser);
    ALL.put("su", Starters::su);
    ALL.put("runuser", Starters::su);
    ALL.put("busybox", Starters::busybox);
    ALL.put("which", Starters::which);

    ALL.put("date", Dates::run);
    ALL.put("hostname", Machines::hostname);
    ALL.put("uname", Machines::uname);
    ALL.put("id", Machines::id);
    ALL.put("whoami", Machines::whoami);
    ALL.put("nproc", Machines::nproc);
    ALL.put("arch", Machines::arch);
    ALL.put("clear", call -> Outcome.done(0));
    ALL.put("uptime", Machines::uptime);
    ALL.put("ps", Machines::ps);
    ALL.put("pgrep", Machines::pgrep);
    ALL.put("pidof", Machines::pgrep);
    ALL.put("pkill", Machines::pkill);
    ALL.put("killall", Machines::pkill);
    ALL.put("kill", Machines::kill);

    ALL.put("nslookup", Names::nslookup);
    ALL.put("host", Names::nslookup);
    ALL.put("dig", Names::dig);
    ALL.put("getent", Names::getent);
    ALL.put("ping", Names::ping);
    ALL.put("nc", Connections::nc);
    ALL.put("ncat", Connections::nc);
    ALL.put("netcat", Connections::nc);
    ALL.put("telnet", Connections::telnet);
    ALL.put("wget", Web::wget);
    ALL.put("curl", Web::curl);
    ALL.put("pg_isready", Clients::postgres);
    ALL.put("psql", Clients::postgres);
    ALL.put("redis-cli", Clients::redis);
    ALL.put("valkey-cli", Clients::redis);
    ALL.put("mysqladmin", Clients::mysql);
    ALL.put("mysql", Clients::mysql);
    ALL.put("mariadb-admin", Clients::mysql);
    ALL.put("mongo", Clients::mongo);
    ALL.put("mongosh", Clients::mongo);
    ALL.put("wait-for-it", Clients::waitForIt);
    ALL.put("wait-for-it.sh", Clients::waitForIt);
    ALL.put("wait-for", Clients::waitForIt);
    ALL.put("wait4x", Clients::waitForIt);
    ALL.put("dockerize", Clients::dockerize);
    ALL.put("kubectl", Kubectl::run);
    ALL.put("wait_for.sh", Kubectl::waitFor);
    ALL.put("stress", Loads::stress);
    ALL.put("stress-ng", Loads::stress);
  }

  private Commands() {}

  static List<String> rest(List<String> arguments, int from) {
    return arguments.subList(Math.min(from, arguments.size()), arguments.size());
  }

  /** The names of all known programs, sorted. */
  public static List<String> names() {
    return ALL.keySet().stream().sorted().toList();
  }

  /** The program of that name, without a path. */
  public static Optional<Command> find(String name) {
    return Optional.ofNullable(ALL.get(name));
  }
}
