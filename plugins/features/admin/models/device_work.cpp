#include "admin/models/device_work.h"

#include "admin/models/device_words.h"
#include "workflow/administration/devices.h"

#include <QCoroTask>

namespace simiao::admin {

using administration::DeskDevice;
using administration::DeviceRole;

namespace {

const auto kNew = QStringLiteral("new");
const auto kChangedMeanwhile = QStringLiteral("store.version");

/// "label.front-1": what an entry is kept under, here and in the journal.
QString keyOf(const QString &workstation, DeviceRole role)
{
    return codeOf(role) + QLatin1Char('.') + workstation;
}

QString written(const DeskDevice &values)
{
    return QString::fromUtf8(rowToJson(typeInfo<DeskDevice>(), toRow(values)).canonical());
}

Result<DeskDevice> read(const QString &text)
{
    TRY(const auto json, Json::parse(text.toUtf8()));
    TRY(const auto row, rowFromJson(typeInfo<DeskDevice>(), json));
    return fromRow<DeskDevice>(row);
}

/// Another use has another paper; the name stays.
DeskDevice forItsRole(const DeskDevice &values)
{
    auto fresh = administration::newDeskDevice(values.workstation, values.role);
    fresh.deviceName = values.deviceName;
    return fresh;
}

} // namespace

DeviceWork::DeviceWork(sdk::Desk *desk, DeviceList *list, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_list(list)
    , m_journal(desk, QStringLiteral("admin.device."))
{
    restore();
    connect(list, &DeviceList::chosen, this, [this] { open(false); });
    connect(list, &DeviceList::listChanged, this, &DeviceWork::takeList);
}

void DeviceWork::restore()
{
    const auto unfinished = m_journal.unfinished();
    for (auto text = unfinished.begin(); text != unfinished.end(); ++text) {
        if (const auto values = read(text.value()))
            m_entries[text.key()] = {*values, m_desk->context().newCommand(), {}};
    }
}

QString DeviceWork::openKey() const
{
    if (m_isNew)
        return kNew;
    const auto &current = m_list->current();
    return current ? keyOf(current->workstation, current->role) : QString();
}

const DeviceEntry *DeviceWork::entry() const
{
    const auto found = m_entries.find(openKey());
    return found == m_entries.end() ? nullptr : &found->second;
}

DeviceEntry &DeviceWork::openEntry()
{
    const auto [place, isFresh] = m_entries.try_emplace(openKey());
    if (isFresh)
        place->second.command = m_desk->context().newCommand();
    return place->second;
}

std::optional<DeskDevice> DeviceWork::values() const
{
    if (const auto *typed = entry())
        return typed->values;
    if (m_isNew)
        return administration::newDeskDevice({}, DeviceRole::Prescription);
    const auto &current = m_list->current();
    return current ? std::optional(current->values()) : std::nullopt;
}

std::optional<DeskDevice> DeviceWork::recorded() const
{
    const auto &current = m_list->current();
    return m_isNew || !current ? std::nullopt : current->device;
}

const Error *DeviceWork::fault() const
{
    const auto *typed = entry();
    return typed && typed->fault ? &*typed->fault : nullptr;
}

void DeviceWork::setValues(DeskDevice values)
{
    const auto shown = this->values();
    if (!shown || *shown == values)
        return;
    if (shown->role != values.role)
        values = forItsRole(values);
    auto &typed = openEntry();
    typed.values = values;
    typed.fault.reset(); // something else stands there now than what was refused
    m_journal.record(openKey(), written(values));
    m_changeFault.reset();
    m_isAsking = false;
    Q_EMIT valuesChanged();
    Q_EMIT changed();
}

void DeviceWork::startNew()
{
    open(true);
}

void DeviceWork::open(bool isNew)
{
    m_isNew = isNew;
    m_isAsking = false;
    m_changeFault.reset();
    Q_EMIT valuesChanged();
    Q_EMIT changed();
}

void DeviceWork::giveUp()
{
    if (m_isBusy)
        return;
    m_journal.record(openKey(), {});
    m_entries.erase(openKey());
    open(false);
}

void DeviceWork::submit()
{
    const auto *typed = entry();
    if (!typed || m_isBusy)
        return;
    m_isBusy = true;
    const auto key = openKey();
    const auto sent = typed->values;
    QCoro::connect(workflow::assignDevice(m_desk->context(), typed->command, sent), this,
                   [this, key, sent](const Result<DeskDevice> &stored) { takeStored(key, sent, stored); });
}

void DeviceWork::takeStored(const QString &key, const DeskDevice &sent, const Result<DeskDevice> &stored)
{
    m_isBusy = false;
    if (!stored)
        return refuse(key, stored.error());
    auto &typed = m_entries.at(key);
    const bool isAllOfIt = typed.values == sent; // else something was typed meanwhile: that still waits
    const bool isOpen = isAllOfIt && openKey() == key;
    if (isAllOfIt) {
        m_journal.record(key, {});
        m_entries.erase(key);
    } else {
        typed.values.id = stored->id;
        typed.values.version = stored->version;
        typed.command = m_desk->context().newCommand();
    }
    m_desk->showDone(
        tr("%1 uses %2: %3")
            .arg(stored->workstation, stored->deviceName, DeviceWords::use(stored->role, *m_desk)));
    if (isOpen)
        m_list->adopt(*stored);
    Q_EMIT changed();
    if (isOpen)
        Q_EMIT saved();
}

void DeviceWork::refuse(const QString &key, const Error &error)
{
    auto &typed = m_entries.at(key);
    typed.fault = error;
    if (error.kind != ErrorKind::Unavailable)
        typed.command = m_desk->context().newCommand();
    m_desk->showError(error);
    if (error.kind == ErrorKind::Conflict)
        m_list->reload();
    Q_EMIT changed();
    if (openKey() == key)
        Q_EMIT refused();
}

/// Where somebody else was first, the notice says what is stored now, and the next attempt is meant to replace that.
void DeviceWork::takeList()
{
    for (auto &[key, typed] : m_entries) {
        const auto line = m_list->line(typed.values.workstation, typed.values.role);
        if (typed.fault && typed.fault->code == kChangedMeanwhile && line && line->device)
            typed.values.version = line->device->version;
    }
    Q_EMIT changed();
}

void DeviceWork::withdraw()
{
    const auto device = recorded();
    if (!device || m_isBusy)
        return;
    const bool mustAsk = device->isActive && !m_isAsking;
    m_isAsking = mustAsk;
    if (!mustAsk)
        change(*device);
    Q_EMIT changed();
}

void DeviceWork::keep()
{
    m_isAsking = false;
    Q_EMIT changed();
}

/// Withdraws what is in use, and the other way round.
void DeviceWork::change(const DeskDevice &device)
{
    m_isBusy = true;
    const auto context = m_desk->context();
    const auto act = QStringLiteral("%1 %2").arg(device.id.toString()).arg(device.version);
    const auto command = m_command.idFor(act, context);
    auto changing = device.isActive ? workflow::withdrawDevice(context, command, device)
                                    : workflow::assignDevice(context, command, device);
    QCoro::connect(std::move(changing), this,
                   [this](const Result<DeskDevice> &stored) { takeChange(stored); });
}

void DeviceWork::takeChange(const Result<DeskDevice> &stored)
{
    m_isBusy = false;
    m_command.answered(stored);
    if (!stored) {
        m_changeFault = stored.error();
        m_desk->showError(stored.error());
        m_list->reload();
        return Q_EMIT changed();
    }
    const auto waiting = m_entries.find(keyOf(stored->workstation, stored->role));
    if (waiting != m_entries.end())
        waiting->second.values.version = stored->version;
    m_desk->showDone((stored->isActive ? tr("%1 is used again at %2") : tr("%1 is withdrawn from %2"))
                         .arg(stored->deviceName, stored->workstation));
    m_list->adopt(*stored);
    Q_EMIT saved();
}

ui::Notice DeviceWork::notice() const
{
    if (m_isAsking && recorded())
        return question();
    const auto *typed = entry();
    if (typed && typed->fault)
        return {ui::Severity::Block, tr("Not saved"), faultText(*typed), {}, {}};
    if (m_changeFault)
        return {ui::Severity::Block, tr("Not changed"), sdk::errorText(*m_changeFault), {}, {}};
    return {};
}

ui::Notice DeviceWork::question() const
{
    const auto device = *recorded();
    return {ui::Severity::Warn,
            tr("Withdraw %1?").arg(device.deviceName),
            tr("%1 then has nothing for: %2. It stays on record and can be used again.")
                .arg(device.workstation, DeviceWords::use(device.role, *m_desk)),
            {},
            {tr("Withdraw"), tr("Keep it")}};
}

QString DeviceWork::faultText(const DeviceEntry &entry) const
{
    const auto line = m_list->line(entry.values.workstation, entry.values.role);
    if (entry.fault->code != kChangedMeanwhile || !line || !line->device)
        return sdk::errorText(*entry.fault);
    return tr("Somebody else stored \"%1\" here meanwhile. Save once more to put yours in its place, or "
              "clear "
              "the entry to keep theirs.")
        .arg(line->device->deviceName);
}

} // namespace simiao::admin
