#pragma once

#include <QSslConfiguration>
#include <QString>

#include <optional>

namespace simiao::test {

/// A key and a certificate that signs itself, made for this test and gone with its folder.
struct TestCertificate
{
    QString certificateFile; ///< PEM; also the authority that believes in it
    QString keyFile;         ///< PEM

    /// For a server that shows it.
    QSslConfiguration configuration() const;
};

/// \param folder  exists
/// \param name  of the files
/// \param alternativeName  "IP:127.0.0.1" or "DNS:other.example"
/// \returns nothing where the openssl program is missing
std::optional<TestCertificate> makeCertificate(const QString &folder,
                                               const QString &name,
                                               const QString &alternativeName);

} // namespace simiao::test
