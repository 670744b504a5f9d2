#include "integration/dimse/services.h"

#include "integration/dicom/transfer_syntax.h"

#include <array>

namespace simiao::dimse {

using namespace Qt::StringLiterals;

namespace {

/// Compressed transfer syntaxes behind 1.2.840.10008.1.2 that are proposed before all others.
constexpr std::array kCommonSyntaxes{".4.70", ".4.90", ".4.80", ".5",     ".4.50",  ".4.91",
                                     ".4.57", ".4.81", ".4.51", ".4.201", ".4.202", ".4.203"};

/// Video, which nothing here shows but which is kept and sent on.
constexpr std::array kVideo{".4.100",   ".4.101",   ".4.102",   ".4.103",   ".4.104",   ".4.105",
                            ".4.106",   ".4.100.1", ".4.101.1", ".4.102.1", ".4.103.1", ".4.104.1",
                            ".4.105.1", ".4.106.1", ".4.107",   ".4.108"};

/// Storage classes behind 1.2.840.10008.5.1.4.1.1, for a peer that does not say what it is going to send.
constexpr std::array kCommonClasses{
    "1",      "1.1",      "1.1.1",    "1.2",      "1.2.1",  "1.3",    "1.3.1", "2",      "2.1",      "3.1",
    "4",      "4.1",      "4.2",      "6.1",      "6.2",    "7",      "7.1",   "7.2",    "7.3",      "7.4",
    "9.1.1",  "9.1.2",    "11.1",     "11.2",     "12.1",   "12.1.1", "12.2",  "12.2.1", "13.1.1",   "13.1.2",
    "13.1.3", "20",       "30",       "66",       "66.1",   "66.2",   "66.4",  "77.1.1", "77.1.1.1", "77.1.2",
    "77.1.4", "77.1.4.1", "77.1.5.1", "77.1.5.4", "77.1.6", "88.11",  "88.22", "88.33",  "88.59",    "88.67",
    "104.1",  "128",      "128.1",    "130",      "481.1",  "481.2",  "481.3", "481.4",  "481.5"};

ProposedContext sent(const QString &sopClass, const QStringList &syntaxes)
{
    return {.sopClass = sopClass, .transferSyntaxes = syntaxes, .role = Role::Provider};
}

/// Each syntax in which pixels may come, the common ones first: what codecs are here for, and video.
const QStringList &compressedSyntaxes()
{
    static const QStringList all = [] {
        QStringList list;
        for (const auto *suffix : kCommonSyntaxes)
            list.append(kImplicitLittleEndian + QLatin1StringView(suffix));
        list += dicom::compressedSyntaxes();
        for (const auto *suffix : kVideo)
            list.append(kImplicitLittleEndian + QLatin1StringView(suffix));
        list.removeDuplicates();
        return list;
    }();
    return all;
}

QStringList orCommon(QStringList sopClasses)
{
    if (!sopClasses.isEmpty())
        return sopClasses;
    for (const auto *suffix : kCommonClasses)
        sopClasses.append(u"1.2.840.10008.5.1.4.1.1."_s + QLatin1StringView(suffix));
    return sopClasses;
}

} // namespace

std::vector<ProposedContext> storageContextsOfTheirChoice(QStringList sopClasses, std::size_t room)
{
    std::vector<ProposedContext> contexts;
    const auto syntaxes = compressedSyntaxes() + QStringList{kExplicitLittleEndian, kImplicitLittleEndian};
    for (const auto &sopClass : orCommon(std::move(sopClasses)))
        contexts.push_back(sent(sopClass, syntaxes));
    if (contexts.size() > room)
        contexts.resize(room);
    return contexts;
}

std::vector<ProposedContext> storageContexts(QStringList sopClasses, std::size_t room)
{
    sopClasses = orCommon(std::move(sopClasses));
    std::vector<ProposedContext> contexts;
    for (const auto &sopClass : std::as_const(sopClasses))
        contexts.push_back(sent(sopClass, {kExplicitLittleEndian, kImplicitLittleEndian}));
    for (const auto &syntax : compressedSyntaxes()) {
        for (const auto &sopClass : std::as_const(sopClasses))
            contexts.push_back(sent(sopClass, {syntax}));
    }
    if (contexts.size() > room)
        contexts.resize(room);
    return contexts;
}

QStringList storedSyntaxes()
{
    return QStringList{kExplicitLittleEndian, kImplicitLittleEndian} + compressedSyntaxes();
}

ProposedContext proposed(QLatin1StringView sopClass)
{
    return {.sopClass = sopClass, .transferSyntaxes = {kExplicitLittleEndian, kImplicitLittleEndian}};
}

QString statusText(const Command &answer)
{
    return u"status %1"_s.arg(answer.status.value_or(0), 4, 16, QChar(u'0'))
        .toUpper()
        .replace(u"STATUS"_s, u"status"_s);
}

Result<void> checkAnswers(const Command &answer, CommandField field, quint16 id)
{
    if (answer.field == field && answer.messageId == id && answer.status)
        return ok();
    return Error{.kind = ErrorKind::Invalid,
                 .code = u"archive.answer"_s,
                 .detail = u"the answer %1 to message %2 was due, not %3 to %4"_s
                               .arg(quint16(field), 4, 16, QChar(u'0'))
                               .arg(id)
                               .arg(quint16(answer.field), 4, 16, QChar(u'0'))
                               .arg(answer.messageId)};
}

} // namespace simiao::dimse
