package kwix.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * All cases below a folder. Folders named {@code files} hold what the cases read; everything else must belong to a case.
 *
 * @param cases by area, in order of names
 * @param problems what does not belong: files with an unknown ending, goldens without a program
 */
record CaseTree(Path root, List<ConformanceCase> cases, List<String> problems) {

    private static final String FILES = "files";
    private static final Set<String> ENDINGS =
            Set.of("kx", "flags", "exp", "err", "trace", "yaml", "json", "xml", "raw");
    private static final Set<String> AT_THE_ROOT = Set.of("REFERENCE");

    static CaseTree at(Path root) {
        TreeMap<String, List<Path>> folders = new TreeMap<>();
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return folder.endsWith(FILES) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    String area = root.relativize(file.getParent()).toString().replace('\\', '/');
                    folders.computeIfAbsent(area, ignored -> new ArrayList<>()).add(file);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<ConformanceCase> cases = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        folders.forEach(
                (area, files) -> sort(root, area, files.stream().sorted().toList(), cases, problems));
        return new CaseTree(root, List.copyOf(cases), List.copyOf(problems));
    }

    private static void sort(
            Path root, String area, List<Path> files, List<ConformanceCase> cases, List<String> problems) {
        Set<String> programs = new HashSet<>();
        for (Path file : files) {
            String name = file.getFileName().toString();
            if (name.endsWith(".kx") && !area.isEmpty()) {
                programs.add(name.substring(0, name.length() - 3));
                cases.add(new ConformanceCase(root, area, name.substring(0, name.length() - 3)));
            }
        }
        for (Path file : files) {
            String name = file.getFileName().toString();
            int dot = name.lastIndexOf('.');
            String ending = name.substring(dot + 1);
            String place = area.isEmpty() ? name : area + "/" + name;
            if (name.contains(".received.") || (area.isEmpty() && AT_THE_ROOT.contains(name))) {
                continue;
            }
            if (dot < 0 || area.isEmpty() || !ENDINGS.contains(ending)) {
                problems.add(place + " is no part of any case: unknown ending");
            } else if (!programs.contains(name.substring(0, dot))) {
                problems.add(place + " is left over: there is no " + name.substring(0, dot) + ".kx beside it");
            }
        }
    }
}
