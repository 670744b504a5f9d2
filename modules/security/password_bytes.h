#pragma once

#include <QByteArray>
#include <QString>

#include <sodium.h>

namespace simiao::security {

/// The bytes of a password that are hashed: Unicode NFC (RFC 8265), so that the input method does not matter. Wiped when they go.
class PasswordBytes
{
public:
    explicit PasswordBytes(const QString &password)
        : m_utf8(password.normalized(QString::NormalizationForm_C).toUtf8())
    {
    }
    PasswordBytes(const PasswordBytes &) = delete;
    PasswordBytes &operator=(const PasswordBytes &) = delete;
    ~PasswordBytes() { sodium_memzero(m_utf8.data(), std::size_t(m_utf8.size())); }

    const char *data() const { return m_utf8.constData(); }
    unsigned long long size() const { return static_cast<unsigned long long>(m_utf8.size()); }

private:
    QByteArray m_utf8;
};

inline bool isSodiumReady()
{
    static const bool isReady = sodium_init() >= 0;
    return isReady;
}

} // namespace simiao::security
