package foresail.cli;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.snakeyaml.engine.v2.api.LoadSettings;
import picocli.CommandLine;

/** The launcher in a folder of its own, with a jar that leads to the classes under test. */
final class InstalledCopy {
  private final Path folder;

  /** What a program did. */
  record Ended(int status, String out, String err) {}

  InstalledCopy(Path folder) throws IOException {
    this.folder = folder;
    Files.createDirectories(folder.resolve("target"));
    for (String name : List.of("foresail", "action.yml", ".pre-commit-hooks.yaml")) {
      Path copy = Files.copy(Path.of(name), folder.resolve(name));
      copy.toFile().setExecutable(Files.isExecutable(Path.of(name)));
    }
  }

  static boolean canRun(String program) {
    for (String path : System.getenv("PATH").split(File.pathSeparator)) {
      if (Files.isExecutable(Path.of(path, program))) {
        return true;
      }
    }
    return false;
  }

  Path folder() {
    return folder;
  }

  Path launcher() {
    return folder.resolve("foresail");
  }

  Path jar() {
    return folder.resolve("target/foresail.jar");
  }

  /** Writes a jar without classes, whose manifest names where those under test are. */
  static void writeJar(Path file) throws IOException {
    StringBuilder path = new StringBuilder();
    for (Class<?> one : List.of(Main.class, CommandLine.class, LoadSettings.class)) {
      path.append(one.getProtectionDomain().getCodeSource().getLocation()).append(' ');
    }
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "foresail.cli.Main");
    manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, path.toString().strip());
    try (OutputStream out = Files.newOutputStream(file)) {
      new JarOutputStream(out, manifest).close();
    }
  }

  /** Starts a program; its folder is the first parameter. */
  static Process start(Path in, Map<String, String> environment, List<String> command) {
    try {
      ProcessBuilder builder = new ProcessBuilder(command).directory(in.toFile());
      builder.environment().remove("JAVA_TOOL_OPTIONS");
      // It would go on in the background when the folder is removed.
      builder.environment().put("FORESAIL_ARCHIVE", "off");
      builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
      builder.environment().putAll(environment);
      builder.redirectInput(new File("/dev/null"));
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for its end; what it says must fit into a pipe. */
  static Ended end(Process process) throws IOException, InterruptedException {
    String out = text(process.getInputStream());
    String err = text(process.getErrorStream());
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException("it does not end; so far it said " + out + err);
    }
    return new Ended(process.exitValue(), out, err);
  }

  private static String text(InputStream in) throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
  }

  static Ended run(Path in, Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    return end(start(in, environment, new ArrayList<>(List.of(command))));
  }
}
