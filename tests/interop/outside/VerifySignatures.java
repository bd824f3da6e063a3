import java.io.File;
import java.net.URLDecoder;
import java.nio.file.Files;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.xml.security.Init;
import org.apache.xml.security.signature.XMLSignature;
import org.apache.xml.security.signature.XMLSignatureInput;
import org.apache.xml.security.utils.resolver.ResourceResolverContext;
import org.apache.xml.security.utils.resolver.ResourceResolverSpi;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Verify signatures with Apache Santuario; prints a line for each file. */
public class VerifySignatures {
  private static final String DS = "http://www.w3.org/2000/09/xmldsig#";

  /** Answers a reference by name from the folder of the signature. */
  private static class Folder extends ResourceResolverSpi {
    private final File folder;

    Folder(File folder) {
      this.folder = folder;
    }

    @Override
    public boolean engineCanResolveURI(ResourceResolverContext context) {
      String uri = context.uriToResolve;
      return uri != null && !uri.isEmpty() && !uri.startsWith("#");
    }

    @Override
    public XMLSignatureInput engineResolveURI(ResourceResolverContext context) {
      try {
        File file = new File(folder, URLDecoder.decode(context.uriToResolve, "UTF-8"));
        return new XMLSignatureInput(Files.readAllBytes(file.toPath()));
      } catch (java.io.IOException error) {
        throw new IllegalStateException(error);
      }
    }
  }

  public static void main(String[] names) throws Exception {
    Init.init();
    for (String name : names) {
      System.out.println(accepts(new File(name)) ? "valid" : "refused");
    }
  }

  private static boolean accepts(File file) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    Document document = factory.newDocumentBuilder().parse(file);
    NodeList all = document.getElementsByTagNameNS("*", "*");
    for (int i = 0; i < all.getLength(); i++) {
      Element element = (Element) all.item(i);
      if (element.hasAttribute("Id")) {
        element.setIdAttribute("Id", true);
      }
    }
    Element held = (Element) document.getElementsByTagNameNS(DS, "Signature").item(0);
    XMLSignature signature = new XMLSignature(held, "", true);
    signature.addResourceResolver(new Folder(file.getAbsoluteFile().getParentFile()));
    return signature.checkSignatureValue(signature.getKeyInfo().getX509Certificate());
  }
}
