#include "support/test_certificates.h"

#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslKey>

namespace simiao::test {

using namespace Qt::StringLiterals;

namespace {

QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

QSslConfiguration TestCertificate::configuration() const
{
    auto configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(QSslCertificate(contentsOf(certificateFile)));
    configuration.setPrivateKey(QSslKey(contentsOf(keyFile), QSsl::Ec));
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    return configuration;
}

std::optional<TestCertificate> makeCertificate(const QString &folder,
                                               const QString &name,
                                               const QString &alternativeName)
{
    const TestCertificate made{folder + u'/' + name + u".crt"_s, folder + u'/' + name + u".key"_s};
    QProcess openssl;
    openssl.start(u"openssl"_s,
                  {u"req"_s, u"-x509"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s,
                   u"ec_paramgen_curve:prime256v1"_s, u"-nodes"_s, u"-days"_s, u"2"_s, u"-subj"_s,
                   u"/CN="_s + name, u"-addext"_s, u"subjectAltName="_s + alternativeName, u"-keyout"_s,
                   made.keyFile, u"-out"_s, made.certificateFile});
    constexpr int kPatienceMs = 20'000;
    if (!openssl.waitForFinished(kPatienceMs) || openssl.exitCode() != 0)
        return {};
    return made;
}

} // namespace simiao::test
