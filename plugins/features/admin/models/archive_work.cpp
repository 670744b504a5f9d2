#include "admin/models/archive_work.h"

#include "core/json.h"
#include "workflow/administration/archives.h"

#include <QCoroTask>

#include <algorithm>

namespace simiao::admin {

using workflow::ArchiveEntry;
using workflow::ArchiveKind;
using namespace Qt::StringLiterals;

namespace {

const auto kNew = u"new"_s;

/// What a line is kept under, here and in the journal.
QString keyOf(const ArchiveEntry &entry)
{
    return u"%1.%2"_s.arg(int(entry.kind))
        .arg(entry.kind == ArchiveKind::Workstation ? QString() : entry.name());
}

QString written(const ArchiveEntry &entry)
{
    Json fields{Json::Object{}};
    for (auto field = entry.fields.begin(); field != entry.fields.end(); ++field)
        fields.insert(field.key(), field.value());
    return QString::fromUtf8(
        Json(Json::Object{{u"kind"_s, int(entry.kind)}, {u"id"_s, entry.id}, {u"fields"_s, fields}})
            .canonical());
}

std::optional<ArchiveEntry> readEntry(const QString &text)
{
    const auto json = Json::parse(text.toUtf8());
    if (!json)
        return std::nullopt;
    const auto kind = (*json)[u"kind"_s].toInteger();
    if (kind < 0 || kind > int(ArchiveKind::FilmPrinter))
        return std::nullopt;
    ArchiveEntry entry{.kind = ArchiveKind(kind), .id = (*json)[u"id"_s].toString()};
    for (const auto &[field, value] : (*json)[u"fields"_s].object())
        entry.fields.insert(field, value.toString());
    return entry;
}

} // namespace

ArchiveWork::ArchiveWork(sdk::Desk *desk, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_setup(desk->archiveSetup())
    , m_table(new ArchiveTableModel(this))
    , m_journal(desk, u"admin.archive."_s)
{
    restore();
    read();
}

ArchiveWork::~ArchiveWork()
{
    m_stop.request_stop();
}

void ArchiveWork::restore()
{
    const auto unfinished = m_journal.unfinished();
    for (auto text = unfinished.begin(); text != unfinished.end(); ++text) {
        if (const auto entry = readEntry(text.value()))
            m_typed[text.key()] = *entry;
    }
}

void ArchiveWork::read()
{
    m_entries = m_setup ? m_setup->entries() : std::vector<ArchiveEntry>();
    show();
}

void ArchiveWork::show()
{
    std::vector<ArchiveLine> lines;
    for (const auto &entry : m_entries) {
        const auto key = keyOf(entry);
        const auto typed = m_typed.find(key);
        const auto trial = m_trials.find(key);
        lines.push_back({typed == m_typed.end() ? entry : typed->second, typed != m_typed.end(),
                         trial == m_trials.end() ? std::nullopt : std::optional(trial->second)});
    }
    m_table->replace(std::move(lines));
    Q_EMIT changed();
}

QString ArchiveWork::openKey() const
{
    if (m_isNew)
        return kNew;
    return m_current < 0 ? QString() : keyOf(m_entries.at(std::size_t(m_current)));
}

void ArchiveWork::choose(int row)
{
    if (row < 0 || row >= int(m_entries.size()) || (row == m_current && !m_isNew))
        return;
    m_current = row;
    m_isNew = false;
    m_isAsking = false;
    Q_EMIT changed();
}

std::optional<ArchiveEntry> ArchiveWork::values() const
{
    if (const auto typed = m_typed.find(openKey()); typed != m_typed.end())
        return typed->second;
    if (m_isNew)
        return newArchive(ArchiveKind::Dimse);
    return m_current < 0 ? std::nullopt : std::optional(m_entries.at(std::size_t(m_current)));
}

bool ArchiveWork::isArchive() const
{
    const auto entry = m_isNew ? std::nullopt : values();
    return entry && (entry->kind == ArchiveKind::Dimse || entry->kind == ArchiveKind::DicomWeb);
}

QString ArchiveWork::wrongField() const
{
    const auto fault = m_faults.find(openKey());
    return fault == m_faults.end() ? QString() : fault->second.field;
}

void ArchiveWork::setField(const QString &field, const QString &text)
{
    auto entry = values();
    if (!entry || entry->text(field) == text)
        return;
    entry->fields.insert(field, text);
    put(*entry);
}

void ArchiveWork::setKind(ArchiveKind kind)
{
    const auto before = values();
    if (!m_isNew || !before || before->kind == kind)
        return;
    auto entry = newArchive(kind);
    entry.fields[u"name"_s] = before->name();
    put(entry);
}

void ArchiveWork::put(const ArchiveEntry &entry)
{
    const auto key = openKey();
    m_typed[key] = entry;
    m_faults.erase(key); // something else stands there now than what was refused
    if (m_testing != key)
        m_trials.erase(key);
    m_isAsking = false;
    m_journal.record(key, written(entry));
    show();
}

void ArchiveWork::startNew()
{
    m_isNew = true;
    m_isAsking = false;
    Q_EMIT changed();
}

void ArchiveWork::forget(const QString &key)
{
    m_journal.record(key, {});
    m_typed.erase(key);
    m_faults.erase(key);
}

void ArchiveWork::giveUp()
{
    if (m_isBusy)
        return;
    forget(openKey());
    m_isNew = false;
    m_isAsking = false;
    show();
}

void ArchiveWork::submit()
{
    const auto entry = values();
    if (!m_setup || !entry || !isTyped() || m_isBusy)
        return;
    auto entries = m_entries;
    if (m_isNew)
        entries.push_back(*entry);
    else
        entries.at(std::size_t(m_current)) = *entry;
    const auto fault = m_setup->fault(*entry);
    if (!fault)
        return keepAll(std::move(entries), u"archive "_s + entry->name(), openKey());
    m_faults[openKey()] = *fault;
    Q_EMIT changed();
    Q_EMIT refused();
}

void ArchiveWork::prefer()
{
    if (!isArchive() || isTyped() || m_isBusy || !m_setup)
        return;
    auto entries = m_entries;
    const auto chosen = *values();
    for (auto &entry : entries) // one archive may be there twice, reached both ways
        entry.isPreferred = !chosen.isPreferred && entry.name() == chosen.name();
    keepAll(std::move(entries), u"archive first "_s + chosen.name(), openKey());
}

void ArchiveWork::remove()
{
    if (m_isNew || m_current < 0 || m_isBusy || !m_setup || values()->kind == ArchiveKind::Workstation)
        return;
    if (!m_isAsking) {
        m_isAsking = true;
        return Q_EMIT changed();
    }
    m_isAsking = false;
    auto entries = m_entries;
    entries.erase(entries.begin() + m_current);
    keepAll(std::move(entries), u"archive removed "_s + m_entries.at(std::size_t(m_current)).name(),
            openKey());
}

void ArchiveWork::keep()
{
    m_isAsking = false;
    Q_EMIT changed();
}

void ArchiveWork::keepAll(std::vector<ArchiveEntry> entries, const QString &what, const QString &key)
{
    m_isBusy = true;
    const auto sent = values().value_or(ArchiveEntry());
    const auto context = m_desk->context();
    QCoro::connect(
        workflow::setUpArchives(context, m_setup, m_command.idFor(what, context), std::move(entries), what),
        this, [this, key, sent](const Result<void> &stored) { takeStored(key, sent, stored); });
}

/// What is overridden elsewhere is stored all the same: it is said, and what was typed need not wait any longer.
void ArchiveWork::takeStored(const QString &key, const ArchiveEntry &sent, const Result<void> &stored)
{
    m_isBusy = false;
    m_command.answered(stored);
    if (!stored)
        m_desk->showError(stored.error());
    if (!stored && stored.error().code != u"archive.overridden") {
        m_faults[key] = {{}, stored.error()};
        Q_EMIT changed();
        return Q_EMIT refused();
    }
    const auto typed = m_typed.find(key);
    if (typed != m_typed.end()
        && typed->second == sent) // else something was typed meanwhile: that still waits
        forget(key);
    m_isNew = m_isNew && key != kNew;
    m_entries = m_setup->entries();
    const auto line = std::ranges::find(m_entries, keyOf(sent), keyOf);
    m_current = line == m_entries.end() ? -1 : int(line - m_entries.begin());
    if (const auto trial = m_trials.find(key); trial != m_trials.end() && key != keyOf(sent)) {
        m_trials.insert_or_assign(keyOf(sent), trial->second);
        m_trials.erase(key);
    }
    if (stored)
        m_desk->showDone(tr("Stored, and used from now on"));
    show();
    Q_EMIT saved();
}

std::optional<ArchiveEntry> ArchiveWork::typedOwn() const
{
    const auto own = std::ranges::find_if(
        m_typed, [](const auto &typed) { return typed.second.kind == ArchiveKind::Workstation; });
    return own == m_typed.end() ? std::nullopt : std::optional(own->second);
}

void ArchiveWork::test()
{
    const auto entry = values();
    if (!m_setup || !entry || entry->kind == ArchiveKind::Workstation || isTesting())
        return;
    const auto key = openKey();
    if (const auto fault = m_setup->fault(*entry)) {
        m_faults[key] = *fault;
        Q_EMIT changed();
        return Q_EMIT refused();
    }
    m_faults.erase(key);
    m_testing = key;
    m_stop = std::stop_source();
    m_trials[key] = {*entry, {}};
    show();
    QCoro::connect(workflow::tryArchive(m_desk->context(), m_setup, *entry, typedOwn(), m_stop.get_token()),
                   this,
                   [this, key](const Result<workflow::ArchiveProof> &answer) { takeAnswer(key, answer); });
}

void ArchiveWork::takeAnswer(const QString &key, const Result<workflow::ArchiveProof> &answer)
{
    m_testing.clear();
    if (const auto trial = m_trials.find(key); trial != m_trials.end())
        trial->second.answer = answer;
    show();
}

void ArchiveWork::stopTest()
{
    m_stop.request_stop();
}

ui::Notice ArchiveWork::notice() const
{
    const auto entry = values();
    if (!entry)
        return {};
    const auto name = ArchiveWords::name(*entry);
    if (m_isAsking)
        return {ui::Severity::Warn,
                tr("Remove %1?").arg(name),
                entry->kind == ArchiveKind::FilmPrinter ? tr("Films that were ordered there are printed.")
                                                        : tr("Images that were brought from there stay."),
                {},
                {tr("Remove"), tr("Keep it")}};
    if (const auto fault = m_faults.find(openKey()); fault != m_faults.end())
        return {ui::Severity::Block, tr("Not usable"), sdk::errorText(fault->second.error), {}, {}};
    const auto trial = m_trials.find(openKey());
    if (trial == m_trials.end())
        return {};
    const auto &answer = trial->second.answer;
    if (!answer)
        return {ui::Severity::Note, tr("Asking %1 …").arg(name), {}, {}, {tr("Stop")}};
    const auto lead = QStringLiteral("%1 · %2").arg(name, ArchiveWords::state(trial->second));
    const bool isStopped = !*answer && answer->error().kind == ErrorKind::Cancelled;
    const auto text = *answer ? ArchiveWords::proof(answer->value())
        : isStopped           ? tr("Nothing was changed.")
                              : sdk::errorText(answer->error());
    return {ArchiveWords::severity(trial->second), lead, text, {}, {}};
}

void ArchiveWork::retranslate()
{
    m_table->refresh();
    Q_EMIT changed();
}

} // namespace simiao::admin
