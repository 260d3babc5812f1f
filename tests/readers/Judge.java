import java.io.File;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gephi.graph.api.Column;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.Element;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Interval;
import org.gephi.graph.api.Node;
import org.gephi.graph.api.TimeRepresentation;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.importer.api.Issue;
import org.gephi.io.processor.plugin.AppendProcessor;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.openide.util.Lookup;

/** Opens each file, or each folder with nodes.csv and edges.csv, in Gephi, and prints a line of JSON on what it has then. */
public class Judge {
    private static final ProjectController PROJECTS = Lookup.getDefault().lookup(ProjectController.class);
    private static final ImportController IMPORTER = Lookup.getDefault().lookup(ImportController.class);

    public static void main(String[] names) throws Exception {
        PROJECTS.newProject();
        for (String name : names) {
            System.out.println("JSON " + json(opened(new File(name))));
        }
    }

    private static Map<String, Object> opened(File file) throws Exception {
        Workspace workspace = PROJECTS.newWorkspace(PROJECTS.getCurrentProject());
        PROJECTS.openWorkspace(workspace);
        List<Object> issues = new ArrayList<>();
        if (file.isDirectory()) {
            IMPORTER.process(container(new File(file, "nodes.csv"), issues), new DefaultProcessor(), workspace);
            IMPORTER.process(container(new File(file, "edges.csv"), issues), new AppendProcessor(), workspace);
        } else {
            IMPORTER.process(container(file, issues), new DefaultProcessor(), workspace);
        }
        GraphModel model = Lookup.getDefault().lookup(GraphController.class).getGraphModel(workspace);
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("issues", issues);
        told.put("dynamic", model.isDynamic());
        List<Object> nodes = new ArrayList<>();
        for (Node node : model.getGraph().getNodes()) {
            Map<String, Object> one = element(node, model);
            one.put("x", node.x());
            one.put("y", node.y());
            one.put("size", node.size());
            one.put("colour", String.format("#%06x", node.getRGBA() & 0xffffff));
            nodes.add(one);
        }
        told.put("nodes", nodes);
        List<Object> edges = new ArrayList<>();
        for (Edge edge : model.getGraph().getEdges()) {
            Map<String, Object> one = element(edge, model);
            one.put("source", edge.getSource().getId());
            one.put("target", edge.getTarget().getId());
            one.put("directed", edge.isDirected());
            one.put("weight", edge.getWeight());
            one.put("kind", edge.getTypeLabel());
            edges.add(one);
        }
        told.put("edges", edges);
        return told;
    }

    private static Container container(File file, List<Object> issues) throws Exception {
        Container container = IMPORTER.importFile(file);
        Iterable<Issue> found = () -> container.getReport().getIssues(Integer.MAX_VALUE);
        for (Issue issue : found) {
            if (issue.getLevel() != Issue.Level.INFO) {
                issues.add(issue.getLevel() + " " + issue.getMessage());
            }
        }
        return container;
    }

    private static Map<String, Object> element(Element element, GraphModel model) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("id", element.getId());
        one.put("label", element.getLabel());
        Map<String, Object> attributes = new LinkedHashMap<>();
        for (Column column : element.getTable()) {
            Object value = element.getAttribute(column);
            if (!column.isProperty() && value != null) {
                attributes.put(column.getTitle(), value);
            }
        }
        one.put("attributes", attributes);
        List<Object> days = new ArrayList<>();
        if (model.getConfiguration().getTimeRepresentation() == TimeRepresentation.TIMESTAMP) {
            for (double time : element.getTimestamps()) {
                days.add(day(time));
            }
        } else {
            for (Interval interval : element.getIntervals()) {
                days.add(day(interval.getLow()));
            }
        }
        one.put("days", days);
        return one;
    }

    private static String day(double time) {
        return java.time.Instant.ofEpochMilli((long) time).toString().substring(0, 10);
    }

    private static String json(Object value) {
        if (value instanceof Map<?, ?> map) {
            List<String> parts = new ArrayList<>();
            map.forEach((name, one) -> parts.add(json(name) + ":" + json(one)));
            return "{" + String.join(",", parts) + "}";
        }
        if (value instanceof Collection<?> list) {
            return "[" + String.join(",", list.stream().map(Judge::json).toList()) + "]";
        }
        if (value == null || value instanceof Number || value instanceof Boolean) {
            return String.valueOf(value);
        }
        StringBuilder text = new StringBuilder("\"");
        for (char letter : value.toString().toCharArray()) {
            if (letter < 32 || letter > 126 || letter == '"' || letter == '\\') {
                text.append(String.format("\\u%04x", (int) letter));
            } else {
                text.append(letter);
            }
        }
        return text.append('"').toString();
    }
}
