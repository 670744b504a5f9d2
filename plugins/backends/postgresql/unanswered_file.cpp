#include "unanswered_file.h"

#include "core/atomic_file.h"
#include "core/hash.h"
#include "core/json.h"
#include "core/log.h"
#include "core/try.h"

#include <QDir>

namespace simiao::postgresql {

using namespace Qt::StringLiterals;
using workflow::UnansweredSave;

namespace {

Json toJson(const UnansweredSave &save)
{
    Json json;
    json.insert(u"command"_s, save.command.toString());
    json.insert(u"since"_s, save.since.toIso());
    json.insert(u"act"_s, save.act);
    json.insert(u"person"_s, save.person.toString());
    if (save.patient)
        json.insert(u"patient"_s, save.patient->toString());
    json.insert(u"fate"_s, codeOf(save.fate));
    return json;
}

Result<UnansweredSave> fromJson(const Json &json)
{
    UnansweredSave save;
    TRY(save.command, Uuid::parse(json[u"command"_s].toString()));
    TRY(save.since, Instant::parse(json[u"since"_s].toString()));
    save.act = json[u"act"_s].toString();
    TRY(save.person.uuid, Uuid::parse(json[u"person"_s].toString()));
    if (json[u"patient"_s].isString()) {
        TRY(const auto patient, Uuid::parse(json[u"patient"_s].toString()));
        save.patient = Id<administration::Patient>{patient};
    }
    const auto fate = fromCode<UnansweredSave::Fate>(json[u"fate"_s].toString());
    if (!fate)
        return Error{ErrorKind::Corrupt, u"store.unanswered-unreadable"_s};
    save.fate = *fate;
    return save;
}

Result<std::vector<UnansweredSave>> parsed(const QByteArray &content)
{
    TRY(const auto json, Json::parse(content));
    std::vector<UnansweredSave> saves;
    for (const auto &each : json.array()) {
        TRY(saves.emplace_back(), fromJson(each));
    }
    return saves;
}

QByteArray sealed(const QByteArray &words)
{
    return words + ' ' + sha256(words).toHex() + '\n';
}

} // namespace

UnansweredFile::UnansweredFile(const QString &folder, std::shared_ptr<Disk> disk)
    : m_path(QDir(folder).filePath(u"server.unanswered"_s))
    , m_underWay(std::make_shared<QFile>(QDir(folder).filePath(u"server.sending"_s)))
    , m_disk(std::move(disk))
{
}

std::vector<UnansweredSave> UnansweredFile::read() const
{
    std::vector<UnansweredSave> saves;
    const auto content = AtomicFile(m_disk).read(m_path);
    if (content) {
        auto kept = parsed(*content);
        if (kept)
            saves = *std::move(kept);
        else
            log::warning(logLine(kept.error()));
    } else if (content.error().kind != ErrorKind::NotFound) {
        log::error(content.error());
    }
    const auto last = underWay();
    if (last && std::ranges::find(saves, last->command, &UnansweredSave::command) == saves.end())
        saves.push_back(*last);
    return saves;
}

Result<void> UnansweredFile::write(const std::vector<UnansweredSave> &saves) const
{
    Json::Array all;
    for (const auto &save : saves)
        all.append(toJson(save));
    return AtomicFile(m_disk).write(m_path, Json(all).canonical());
}

void UnansweredFile::begin(const UnansweredSave &save) const
{
    put(sealed(toJson(save).canonical()));
}

/// One byte is enough to break the seal.
void UnansweredFile::end() const
{
    put("\n");
}

/// Over what was there, in a file that keeps its length: everything else costs ten times as much.
void UnansweredFile::put(const QByteArray &line) const
{
    auto &file = *m_underWay;
    if ((!file.isOpen() && !file.open(QIODevice::ReadWrite | QIODevice::Unbuffered)) || !file.seek(0)
        || file.write(line) != line.size())
        log::error({ErrorKind::Unavailable, u"disk.write"_s, file.fileName()});
}

std::optional<UnansweredSave> UnansweredFile::underWay() const
{
    QFile file(m_underWay->fileName());
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QByteArray line = file.readLine();
    const QByteArray words = line.left(line.lastIndexOf(' '));
    const auto json = sealed(words) == line ? Json::parse(words) : Result<Json>(Json());
    const auto save = json ? fromJson(*json) : Result<UnansweredSave>(json.error());
    return save ? std::optional(*save) : std::nullopt; // torn by a power cut: it is as not there
}

} // namespace simiao::postgresql
