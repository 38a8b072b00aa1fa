package dev.countersign.console.rest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.lang.reflect.RecordComponent;

/** JSON as the console reads and writes it: strict, so that a typing error is no silence. */
public final class Json {

  private static final int DEEPEST = 100;

  private static final JsonMapper MAPPER = mapper();

  private Json() {}

  private static JsonMapper mapper() {
    JsonFactory factory =
        JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();
    JsonMapper mapper =
        JsonMapper.builder(factory)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();
    mapper
        .coercionConfigFor(LogicalType.Textual)
        .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
    return mapper;
  }

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static JsonNode tree(Object view) {
    return MAPPER.valueToTree(view);
  }

  /**
   * A document.
   *
   * @throws IOException if it is none, or names a member twice; the message quotes nothing of it
   */
  public static JsonNode parse(byte[] document) throws IOException {
    try {
      JsonNode tree = MAPPER.readTree(document);
      if (tree == null || tree.isMissingNode()) {
        throw new IOException("the body is empty");
      }
      return tree;
    } catch (JsonProcessingException e) {
      throw new IOException("the body is no JSON, or names a member twice");
    }
  }

  /** A document as bytes, UTF-8. */
  public static byte[] write(JsonNode document) {
    try {
      return MAPPER.writeValueAsBytes(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree is always written", e);
    }
  }

  /** The shape, with everything that it must have. */
  static <T> T read(JsonNode body, Class<T> shape) {
    if (!body.isObject()) {
      throw RestFault.malformed("the body is a JSON object");
    }
    for (RecordComponent component : shape.getRecordComponents()) {
      JsonNode value = body.get(component.getName());
      if ((value == null || value.isNull()) && !component.isAnnotationPresent(MayBeNull.class)) {
        throw RestFault.malformed("the body needs the member " + component.getName());
      }
    }
    try {
      return MAPPER.treeToValue(body, shape);
    } catch (UnrecognizedPropertyException e) {
      throw RestFault.malformed("unknown member " + Texts.quoted(e.getPropertyName()));
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw RestFault.malformed("a member of the body has another type than it should");
    }
  }
}
