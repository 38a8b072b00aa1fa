package dev.countersign.filter;

import jakarta.servlet.Filter;
import java.util.List;
import java.util.Map;
import org.apache.catalina.Context;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;

/** A filter of a test as {@code web.xml} would declare and map it. */
record InstalledFilter(
    String name,
    Filter filter,
    String pattern,
    Map<String, String> parameters,
    List<String> dispatches) {

  void in(Context context) {
    FilterDef definition = new FilterDef();
    definition.setFilterName(name);
    definition.setFilter(filter);
    definition.setFilterClass(filter.getClass().getName());
    definition.setAsyncSupported("true");
    parameters.forEach(definition::addInitParameter);
    context.addFilterDef(definition);
    FilterMap map = new FilterMap();
    map.setFilterName(name);
    map.addURLPattern(pattern);
    dispatches.forEach(map::setDispatcher);
    context.addFilterMap(map);
  }
}
