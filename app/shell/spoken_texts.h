#pragma once

#include <QHash>
#include <QString>

namespace simiao::shell {

/// Every text the program has shown, in both languages: remembered as it is translated, so that the command palette
/// finds "Sign" in a Chinese interface and "签名" in an English one.
/// \thread  GUI; translations made elsewhere are not remembered
class SpokenTexts
{
public:
    void remember(const QString &english, const QString &chinese);
    /// The text in the language the interface does not speak; empty where it was never translated.
    QString other(const QString &text) const { return m_other.value(text); }

private:
    QHash<QString, QString> m_other;
};

} // namespace simiao::shell
