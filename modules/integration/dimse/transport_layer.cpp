#include "integration/dimse/transport_layer.h"

#include "core/try.h"

#include <QFile>
#include <QHostAddress>

#include <dcmtk/dcmtls/tlslayer.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include <utility>

namespace simiao::dimse {

using namespace Qt::StringLiterals;

namespace {

/// A layer whose connections are watched.
template <typename Base>
class WatchedLayer : public Base
{
public:
    template <typename... Arguments>
    WatchedLayer(std::shared_ptr<SocketGuard> guard,
                 std::shared_ptr<WireFacts> facts,
                 Arguments &&...arguments)
        : Base(std::forward<Arguments>(arguments)...)
        , m_guard(std::move(guard))
        , m_facts(std::move(facts))
    {
    }

    DcmTransportConnection *createConnection(DcmNativeSocketType socket, OFBool isSecure) override
    {
        std::unique_ptr<DcmTransportConnection> inner(Base::createConnection(socket, isSecure));
        if (!inner)
            return nullptr;
        return new WatchedConnection(std::move(inner), socket, m_guard, m_facts);
    }

private:
    std::shared_ptr<SocketGuard> m_guard;
    std::shared_ptr<WireFacts> m_facts;
};

using PlainLayer = WatchedLayer<DcmTransportLayer>;
using TlsLayer = WatchedLayer<DcmTLSTransportLayer>;

Error unusable(const QString &file, const OFCondition &condition)
{
    return {.kind = ErrorKind::Invalid,
            .code = u"archive.tls-file"_s,
            .detail = u"%1: %2"_s.arg(file, QString::fromLatin1(condition.text()))};
}

Result<void> checked(const QString &file, const OFCondition &condition)
{
    if (condition.bad())
        return unusable(file, condition);
    return ok();
}

OFString local(const QString &file)
{
    return OFString(QFile::encodeName(file).constData());
}

Result<void> loadFiles(DcmTLSTransportLayer &layer, const Tls &tls)
{
    if (tls.authorities.isEmpty())
        return Error{.kind = ErrorKind::Invalid,
                     .code = u"archive.tls-file"_s,
                     .detail = u"dicom.authorities is not set"_s};
    TRY_VOID(checked(tls.authorities,
                     layer.addTrustedCertificateFile(local(tls.authorities).c_str(), DCF_Filetype_PEM)));
    if (tls.certificate.isEmpty())
        return ok();
    TRY_VOID(checked(tls.key, layer.setPrivateKeyFile(local(tls.key).c_str(), DCF_Filetype_PEM)));
    TRY_VOID(
        checked(tls.certificate, layer.setCertificateFile(local(tls.certificate).c_str(), DCF_Filetype_PEM)));
    if (!layer.checkPrivateKeyMatchesCertificate())
        return unusable(tls.key, OFCondition(0, 0, OF_error, "it is not the key of the certificate"));
    return ok();
}

/// The toolkit proves the chain; that the certificate is the one of this peer is for us to ask.
bool expectName(DcmTLSTransportLayer &layer, const QString &name)
{
    auto *parameters = SSL_CTX_get0_param(layer.getNativeHandle());
    const auto bytes = name.toLatin1();
    if (QHostAddress(name).isNull())
        return X509_VERIFY_PARAM_set1_host(parameters, bytes.constData(), size_t(bytes.size())) == 1;
    return X509_VERIFY_PARAM_set1_ip_asc(parameters, bytes.constData()) == 1;
}

Result<std::unique_ptr<DcmTransportLayer>> tlsLayer(std::unique_ptr<TlsLayer> layer,
                                                    Side side,
                                                    const Tls &tls,
                                                    const QString &host)
{
    TRY_VOID(loadFiles(*layer, tls));
    layer->setCertificateVerification(DCV_requireCertificate);
    // PS3.15 B.9, without going down to older versions.
    TRY_VOID(checked(u"TLS"_s, layer->setTLSProfile(TSP_Profile_BCP195_ND)));
    TRY_VOID(checked(u"TLS"_s, layer->activateCipherSuites()));
    const QString name = tls.peerName.isEmpty() ? host : tls.peerName;
    if (side == Side::Requestor && !expectName(*layer, name))
        return unusable(name, OFCondition(0, 0, OF_error, "no name that a certificate could bear"));
    return std::unique_ptr<DcmTransportLayer>(std::move(layer));
}

} // namespace

Result<std::unique_ptr<DcmTransportLayer>> transportLayer(Side side,
                                                          const Tls &tls,
                                                          const QString &host,
                                                          std::shared_ptr<SocketGuard> guard,
                                                          std::shared_ptr<WireFacts> facts)
{
    if (!tls.isOn)
        return std::unique_ptr<DcmTransportLayer>(
            std::make_unique<PlainLayer>(std::move(guard), std::move(facts)));
    const auto role = side == Side::Requestor ? NET_REQUESTOR : NET_ACCEPTOR;
    auto layer = std::make_unique<TlsLayer>(std::move(guard), std::move(facts), role, nullptr, OFTrue);
    return tlsLayer(std::move(layer), side, tls, host);
}

} // namespace simiao::dimse
