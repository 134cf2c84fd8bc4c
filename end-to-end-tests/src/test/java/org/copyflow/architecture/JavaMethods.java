package org.copyflow.architecture;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/// The methods of source files, as the compiler's own parser sees them.
final class JavaMethods {

    /// A method or constructor with a body.
    record JavaMethod(Path file, long line, String name, long lines, int parameters, boolean overrides) {

        @Override
        public String toString() {
            return file + ":" + line + " " + name;
        }
    }

    private JavaMethods() {}

    static List<JavaMethod> of(List<Path> files) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        var found = new ArrayList<JavaMethod>();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            var task = (JavacTask)
                    compiler.getTask(null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(files));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                new Scanner(unit, positions, found).scan(unit, null);
            }
        }
        return found;
    }

    private static final class Scanner extends TreeScanner<@Nullable Void, @Nullable Void> {

        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final List<JavaMethod> found;

        Scanner(CompilationUnitTree unit, SourcePositions positions, List<JavaMethod> found) {
            this.unit = unit;
            this.positions = positions;
            this.found = found;
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
            long end = positions.getEndPosition(unit, method);
            if (method.getBody() != null && end >= 0) {
                LineMap lines = unit.getLineMap();
                long first = lines.getLineNumber(positions.getStartPosition(unit, method));
                found.add(new JavaMethod(
                        Path.of(unit.getSourceFile().getName()),
                        first,
                        method.getName().toString(),
                        lines.getLineNumber(end) - first + 1,
                        method.getParameters().size(),
                        method.getModifiers().getAnnotations().toString().contains("@Override")));
            }
            return super.visitMethod(method, null);
        }
    }
}
