#include "integration/dicom/confidentiality/substitutes.h"

#include "core/hash.h"
#include "integration/dicom/uid.h"

#include <QDate>
#include <QRandomGenerator>

#include <algorithm>
#include <array>

namespace simiao::dicom {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView kOfTheStandard("1.2.840.10008.");

} // namespace

Substitutes::Substitutes(QByteArray secret, QString subject)
    : m_secret(std::move(secret))
    , m_subject(std::move(subject))
{
}

Substitutes Substitutes::forOneExport(const QString &subject)
{
    std::array<quint32, 8> words{};
    QRandomGenerator::system()->fillRange(words.data(), static_cast<qsizetype>(words.size()));
    return Substitutes(QByteArray(reinterpret_cast<const char *>(words.data()), sizeof(words)), subject);
}

bool Substitutes::isSubjectUsable() const
{
    constexpr qsizetype kLongest = 64;
    const auto isUsable = [](QChar c) {
        return c.unicode() >= 0x20 && c.unicode() < 0x7F && c != u'\\' && c != u'^' && c != u'=';
    };
    return m_subject.size() <= kLongest && std::ranges::all_of(m_subject, isUsable);
}

QByteArray Substitutes::digest(const QString &what, const QString &value) const
{
    return sha256(m_secret + what.toUtf8() + '\0' + value.toUtf8());
}

QString Substitutes::uid(const QString &original) const
{
    if (original.isEmpty() || original.startsWith(kOfTheStandard))
        return original;
    return derivedUid(QString::fromLatin1(digest(u"uid"_s, original).toHex()), u"deidentified"_s);
}

QString Substitutes::subject(const QString &patientId) const
{
    if (!m_subject.isEmpty())
        return m_subject;
    bool isNumber = false;
    const auto number = digest(u"subject"_s, patientId).toHex().first(12).toULongLong(&isNumber, 16);
    return u"A%1"_s.arg(number % 100'000'000, 8, 10, QChar(u'0'));
}

int Substitutes::daysBack(const QString &patientId) const
{
    constexpr int kMost = 3650;
    bool isNumber = false;
    return 1 + static_cast<int>(digest(u"days"_s, patientId).toHex().first(8).toUInt(&isNumber, 16) % kMost);
}

std::optional<QString> shiftedDate(const QString &value, int days)
{
    constexpr qsizetype kDigits = 8;
    QString compact = value.trimmed();
    if (compact.size() == 10 && compact[4] == u'.' && compact[7] == u'.')
        compact.remove(u'.');
    const auto date = QDate::fromString(compact.first(std::min(kDigits, compact.size())), u"yyyyMMdd"_s);
    if (!date.isValid())
        return std::nullopt;
    return date.addDays(-days).toString(u"yyyyMMdd"_s) + compact.sliced(kDigits);
}

} // namespace simiao::dicom
