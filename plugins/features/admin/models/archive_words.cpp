#include "admin/models/archive_words.h"

#include "sdk/desk.h"

#include <QRegularExpression>

namespace simiao::admin {

using workflow::ArchiveEntry;
using workflow::ArchiveKind;
using namespace Qt::StringLiterals;

QStringList archiveFields(ArchiveKind kind)
{
    switch (kind) {
    case ArchiveKind::Workstation:
        return {u"title"_s, u"listen"_s, u"authorities"_s, u"certificate"_s, u"key"_s};
    case ArchiveKind::Dimse:
        return {u"name"_s,    u"host"_s,         u"port"_s,    u"title"_s, u"tls"_s,      u"way"_s,
                u"callers"_s, u"associations"_s, u"charset"_s, u"peer"_s,  u"patience"_s, u"commit"_s};
    case ArchiveKind::Worklist:
        return {u"name"_s, u"host"_s,    u"port"_s, u"title"_s,
                u"tls"_s,  u"charset"_s, u"peer"_s, u"patience"_s};
    case ArchiveKind::FilmPrinter:
        return {u"name"_s, u"host"_s, u"port"_s,   u"title"_s,   u"tls"_s,
                u"peer"_s, u"film"_s, u"medium"_s, u"patience"_s};
    case ArchiveKind::DicomWeb:
        return {u"name"_s,    u"url"_s,      u"user"_s,  u"password-file"_s,    u"token-file"_s,
                u"ca-file"_s, u"patience"_s, u"proxy"_s, u"certificate-file"_s, u"key-file"_s};
    }
    return {};
}

QStringList archiveChoices(const QString &field)
{
    if (field == u"tls")
        return {u"false"_s, u"true"_s};
    if (field == u"way")
        return {u"get"_s, u"move"_s};
    if (field == u"charset")
        return {u"ISO_IR 192"_s, u"GB18030"_s, u"GBK"_s, u"ISO_IR 100"_s};
    // Defined terms of Film Size ID and Medium Type (PS3.3 C.13.3, C.13.1); empty: the printer's own choice.
    if (field == u"film")
        return {{},
                u"8INX10IN"_s,
                u"8_5INX11IN"_s,
                u"10INX12IN"_s,
                u"10INX14IN"_s,
                u"11INX14IN"_s,
                u"11INX17IN"_s,
                u"14INX14IN"_s,
                u"14INX17IN"_s,
                u"24CMX24CM"_s,
                u"24CMX30CM"_s,
                u"A4"_s,
                u"A3"_s};
    if (field == u"medium")
        return {{}, u"BLUE FILM"_s, u"CLEAR FILM"_s, u"MAMMO BLUE FILM"_s, u"MAMMO CLEAR FILM"_s, u"PAPER"_s};
    return {};
}

ArchiveEntry newArchive(ArchiveKind kind)
{
    ArchiveEntry entry{.kind = kind};
    for (const auto &field : archiveFields(kind))
        entry.fields.insert(field, archiveChoices(field).value(0));
    if (entry.fields.contains(u"port"_s))
        entry.fields[u"port"_s] = u"104"_s;
    if (entry.fields.contains(u"associations"_s))
        entry.fields[u"associations"_s] = u"4"_s;
    entry.fields[u"patience"_s] = u"30"_s;
    return entry;
}

QString ArchiveWords::kind(ArchiveKind kind)
{
    switch (kind) {
    case ArchiveKind::Workstation: return tr("own address");
    case ArchiveKind::Dimse: return tr("DICOM");
    case ArchiveKind::DicomWeb: return tr("DICOMweb");
    case ArchiveKind::Worklist: return tr("modality worklist");
    case ArchiveKind::FilmPrinter: return tr("film printer");
    }
    return {};
}

QString ArchiveWords::name(const ArchiveEntry &entry)
{
    return entry.kind == ArchiveKind::Workstation ? tr("This workstation") : entry.name();
}

QString ArchiveWords::address(const ArchiveEntry &entry)
{
    const auto text = [&entry](const QString &field) { return entry.text(field); };
    switch (entry.kind) {
    case ArchiveKind::Workstation:
        return text(u"listen"_s).isEmpty() ? text(u"title"_s)
                                           : u"%1, %2"_s.arg(text(u"title"_s), text(u"listen"_s));
    case ArchiveKind::DicomWeb: return text(u"url"_s);
    case ArchiveKind::Dimse:
    case ArchiveKind::Worklist:
    case ArchiveKind::FilmPrinter: break;
    }
    if (text(u"host"_s).isEmpty())
        return text(u"address"_s);
    const auto address = u"%1@%2:%3"_s.arg(text(u"title"_s), text(u"host"_s), text(u"port"_s));
    return text(u"tls"_s) == u"true" ? address + u", TLS"_s : address;
}

QString ArchiveWords::field(ArchiveKind kind, const QString &field)
{
    const bool isOwn = kind == ArchiveKind::Workstation;
    const QMap<QString, QString> labels{{u"name"_s, tr("Name")},
                                        {u"host"_s, tr("Host")},
                                        {u"port"_s, tr("Port")},
                                        {u"title"_s, isOwn ? tr("Own AE title") : tr("AE title")},
                                        {u"tls"_s, tr("Encryption")},
                                        {u"way"_s, tr("Retrieve by")},
                                        {u"callers"_s, tr("Calls back as")},
                                        {u"associations"_s, tr("Associations")},
                                        {u"film"_s, tr("Film size")},
                                        {u"medium"_s, tr("Film medium")},
                                        {u"charset"_s, tr("Character set")},
                                        {u"peer"_s, tr("Certificate name")},
                                        {u"patience"_s, tr("Patience (s)")},
                                        {u"commit"_s, tr("Commitment (s)")},
                                        {u"listen"_s, tr("Listens at")},
                                        {u"authorities"_s, tr("Authorities")},
                                        {u"certificate"_s, tr("Own certificate")},
                                        {u"key"_s, tr("Own key")},
                                        {u"url"_s, tr("Address")},
                                        {u"user"_s, tr("Log-in name")},
                                        {u"password-file"_s, tr("Password file")},
                                        {u"token-file"_s, tr("Token file")},
                                        {u"ca-file"_s, tr("Authorities")},
                                        {u"certificate-file"_s, tr("Own certificate")},
                                        {u"key-file"_s, tr("Own key")},
                                        {u"proxy"_s, tr("Proxy")}};
    return labels.value(field, field);
}

QString ArchiveWords::hint(const QString &field)
{
    const QMap<QString, QString> hints{{u"name"_s, tr("such as Radiology")},
                                       {u"host"_s, tr("name or IPv4 address")},
                                       {u"title"_s, tr("as its administrator gave it")},
                                       {u"callers"_s, tr("titles, only if not its AE title")},
                                       {u"peer"_s, tr("only if it is not the host")},
                                       {u"commit"_s, tr("empty: not asked if it keeps what is sent")},
                                       {u"listen"_s, tr("for C-MOVE, such as 10.1.2.3:11112")},
                                       {u"authorities"_s, tr("PEM file, needed for TLS")},
                                       {u"certificate"_s, tr("PEM file, where peers ask for one")},
                                       {u"key"_s, tr("PEM file")},
                                       {u"url"_s, QStringLiteral("https://pacs.example/dicom-web")},
                                       {u"user"_s, tr("empty: without a log-in")},
                                       {u"password-file"_s, tr("file with the password in its first line")},
                                       {u"token-file"_s, tr("instead of name and password")},
                                       {u"ca-file"_s, tr("PEM file; empty: those of the system")},
                                       {u"certificate-file"_s, tr("PEM file, where it asks for one")},
                                       {u"key-file"_s, tr("PEM file")},
                                       {u"proxy"_s, tr("empty: none")}};
    return hints.value(field);
}

QString ArchiveWords::choice(const QString &value)
{
    if (value.isEmpty())
        return tr("as the printer chooses");
    if (const auto sides = filmSides(value); !sides.isEmpty())
        return sides;
    if (value == u"BLUE FILM")
        return tr("blue film");
    if (value == u"CLEAR FILM")
        return tr("clear film");
    if (value == u"MAMMO BLUE FILM")
        return tr("blue film for mammography");
    if (value == u"MAMMO CLEAR FILM")
        return tr("clear film for mammography");
    if (value == u"PAPER")
        return tr("paper");
    if (value == u"false")
        return tr("none");
    if (value == u"true")
        return tr("TLS");
    if (value == u"get")
        return tr("C-GET, over the same connection");
    if (value == u"move")
        return tr("C-MOVE, the archive calls back");
    return value;
}

/// "14 × 17 in" of 14INX17IN; empty where it is no size of this form.
QString ArchiveWords::filmSides(const QString &value)
{
    static const QRegularExpression shape(u"^([0-9_]+)(IN|CM)X([0-9_]+)\\2$"_s);
    const auto sides = shape.match(value);
    if (!sides.hasMatch())
        return {};
    const auto number = [&sides](int side) { return sides.captured(side).replace(u'_', u'.'); };
    return sides.captured(2) == u"IN" ? tr("%1 × %2 in").arg(number(1), number(3))
                                      : tr("%1 × %2 cm").arg(number(1), number(3));
}

QString ArchiveWords::state(const ArchiveTrial &trial)
{
    if (!trial.answer)
        return tr("being asked");
    if (!*trial.answer)
        return trial.answer->error().kind == ErrorKind::Cancelled ? tr("stopped") : tr("fails");
    return trial.answer->value().notices.isEmpty() ? tr("answers") : tr("answers, in part");
}

ui::Severity ArchiveWords::severity(const ArchiveTrial &trial)
{
    if (!trial.answer)
        return ui::Severity::Note;
    if (!*trial.answer)
        return trial.answer->error().kind == ErrorKind::Cancelled ? ui::Severity::Neutral
                                                                  : ui::Severity::Block;
    return trial.answer->value().notices.isEmpty() ? ui::Severity::Ok : ui::Severity::Warn;
}

QString ArchiveWords::proof(const workflow::ArchiveProof &proof)
{
    QStringList sentences{tr("%1, %2, %3 ms.").arg(proof.peer, proof.protocol).arg(proof.milliseconds)};
    for (const auto &notice : proof.notices)
        sentences.append(sdk::errorText({ErrorKind::Invalid, notice, {}}));
    return sentences.join(u' ');
}

} // namespace simiao::admin
