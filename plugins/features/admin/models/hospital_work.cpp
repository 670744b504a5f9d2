#include "admin/models/hospital_work.h"

#include <QCoroTask>

namespace simiao::admin {

using workflow::HospitalDetails;

HospitalWork::HospitalWork(sdk::Desk *desk, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_journal(desk, QStringLiteral("admin.hospital."))
{
    const auto unfinished = m_journal.unfinished();
    for (auto kept = unfinished.begin(); kept != unfinished.end(); ++kept) {
        if (const auto field = fromCode<Field>(kept.key()))
            m_typed.insert(*field, kept.value());
    }
}

QString HospitalWork::text(Field field) const
{
    return m_typed.contains(field) ? m_typed.value(field) : stored(field);
}

QString HospitalWork::stored(Field field) const
{
    switch (field) {
    case Field::Name: return m_stored.name;
    case Field::ShortName: return m_stored.shortName;
    case Field::Code: return m_stored.code;
    case Field::Address: return m_stored.address;
    case Field::Phone: return m_stored.phone;
    }
    return {};
}

void HospitalWork::setStored(const HospitalDetails &stored)
{
    m_stored = stored;
    Q_EMIT changed();
}

void HospitalWork::setText(Field field, const QString &text)
{
    if (this->text(field) == text)
        return;
    m_typed.insert(field, text);
    m_journal.record(codeOf(field), text);
    m_fault.reset();
    Q_EMIT changed();
}

HospitalDetails HospitalWork::details() const
{
    return {text(Field::Name), text(Field::ShortName), text(Field::Code), text(Field::Address),
            text(Field::Phone)};
}

void HospitalWork::save()
{
    if (m_isBusy)
        return;
    m_isBusy = true;
    const auto context = m_desk->context();
    m_wished = details();
    const QStringList words{m_wished.name, m_wished.shortName, m_wished.code, m_wished.address,
                            m_wished.phone};
    const auto command = m_command.idFor(words.join(u'\n'), context);
    QCoro::connect(workflow::storeHospital(context, command, m_desk->reference().settings, m_wished), this,
                   [this](const Result<void> &answer) { take(answer); });
}

/// What was typed while it was being stored stays.
void HospitalWork::forgetWhatIsStored()
{
    m_journal.discard();
    for (const auto field : m_typed.keys()) {
        if (m_typed.value(field) == stored(field))
            m_typed.remove(field);
        else
            m_journal.record(codeOf(field), m_typed.value(field));
    }
}

void HospitalWork::take(const Result<void> &answer)
{
    m_isBusy = false;
    m_command.answered(answer);
    if (!answer) {
        m_fault = answer.error();
        m_desk->showError(*m_fault);
        Q_EMIT changed();
        return Q_EMIT refused();
    }
    m_stored = m_wished;
    forgetWhatIsStored();
    m_desk->showDone(tr("Stored: %1").arg(m_stored.name));
    Q_EMIT changed();
    Q_EMIT saved();
}

} // namespace simiao::admin
