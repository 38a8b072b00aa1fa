package dev.countersign.filter.deployment;

import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** How the XML of descriptors is read. Stateless and thread-safe. */
public final class DescriptorXml {

  private DescriptorXml() {}

  /**
   * A reader of the JDK's own parser, whatever the application carries. It reads no DTD and
   * resolves no entity: one that is used is an error.
   *
   * @param descriptor read as the reader moves on, closed by the caller
   * @throws XMLStreamException if it does not begin as XML
   */
  public static XMLStreamReader reader(InputStream descriptor) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory.createXMLStreamReader(descriptor);
  }
}
