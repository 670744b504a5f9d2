#include "outpatient/models/allergy_form.h"

#include "sdk/desk.h"

#include <QCoroTask>
#include <QMetaEnum>

#include <algorithm>

namespace simiao::outpatient {

using Field = AllergyForm::Field;

namespace {

constexpr int kMostCandidates = 8;
constexpr auto kFields = {Field::Substance,    Field::Reactions, Field::Criticality,
                          Field::Verification, Field::Onset,     Field::StrikeReason};

/// Name of a field in the draft journal.
QString journalName(Field field)
{
    return QStringLiteral("allergy.") + QLatin1String(QMetaEnum::fromType<Field>().valueToKey(int(field)));
}

template <typename E>
E coded(const QString &code, E fallback)
{
    return fromCode<E>(code).value_or(fallback);
}

} // namespace

AllergyForm::AllergyForm(sdk::Visit *visit, QObject *parent)
    : QObject(parent)
    , m_visit(visit)
    , m_command(visit->desk()->context().newCommand())
{
    connect(visit->desk(), &sdk::Desk::referenceChanged, this, [this] { m_search.reset(); });
    restore();
}

const AllergenSearch &AllergyForm::search() const
{
    if (!m_search)
        m_search.emplace(m_visit->desk()->reference().allergies);
    return *m_search;
}

void AllergyForm::restore()
{
    for (const auto &entry : m_visit->desk()->drafts()->entriesOf(m_visit->record().patient.id.uuid)) {
        for (const auto field : kFields) {
            if (entry.field == journalName(field))
                m_texts.insert(field, entry.text);
        }
    }
}

void AllergyForm::journal(Field field)
{
    const auto patient = m_visit->record().patient.id.uuid;
    m_visit->desk()->drafts()->record({patient, patient, journalName(field), m_texts.value(field)});
}

void AllergyForm::setText(Field field, const QString &text)
{
    if (m_texts.value(field) == text)
        return;
    m_texts.insert(field, text);
    journal(field);
    if (field == Field::Reactions)
        proposeRisk();
    if (field != Field::Substance)
        return;
    m_chosen.reset();
    const auto terminology = m_visit->desk()->terminology();
    m_candidates = search().find(text, terminology.get(), kMostCandidates);
    Q_EMIT candidatesChanged();
}

void AllergyForm::proposeRisk()
{
    const QStringList codes = text(Field::Reactions).split(u',', Qt::SkipEmptyParts);
    const auto &reactions = m_visit->desk()->reference().allergies.reactions;
    const bool isGrave = std::ranges::any_of(reactions, [&codes](const medications::ReactionTerm &reaction) {
        return reaction.isGrave && codes.contains(reaction.code);
    });
    if (!isGrave || !text(Field::Criticality).isEmpty())
        return;
    m_texts.insert(Field::Criticality, codeOf(clinical::Criticality::High));
    journal(Field::Criticality);
    Q_EMIT riskProposed();
}

QString AllergyForm::substanceText(const LocalText &text) const
{
    return text.in(m_visit->desk()->locale().name());
}

void AllergyForm::choose(const SubstanceChoice &choice)
{
    m_texts.insert(Field::Substance, substanceText(choice.text));
    journal(Field::Substance);
    m_chosen = choice;
    m_candidates.clear();
    Q_EMIT candidatesChanged();
    Q_EMIT refilled();
}

bool AllergyForm::isEmpty() const
{
    return text(Field::Substance).trimmed().isEmpty() && text(Field::Reactions).isEmpty()
        && text(Field::Onset).trimmed().isEmpty();
}

Result<workflow::AllergyEntry> AllergyForm::entry() const
{
    workflow::AllergyEntry entry;
    const QString typed = text(Field::Substance).trimmed();
    const auto meant = m_chosen ? m_chosen : search().named(typed);
    entry.substance = meant ? meant->text.zh : typed;
    entry.substanceEn = meant ? meant->text.en : typed;
    if (meant) {
        entry.substanceClass = meant->substanceClass;
        entry.code = meant->code.isEmpty() ? std::nullopt : std::optional(meant->code);
    }
    for (const auto &reaction : text(Field::Reactions).split(u',', Qt::SkipEmptyParts))
        entry.reactions.push_back(reaction);
    entry.criticality = coded(text(Field::Criticality), clinical::Criticality::UnableToAssess);
    entry.verification = coded(text(Field::Verification), clinical::AllergyVerification::Confirmed);
    if (const QString onset = text(Field::Onset).trimmed(); !onset.isEmpty()) {
        TRY(entry.onset, PartialDateTime::parse(onset));
    }
    return entry;
}

/// One act at a time; the same command until it is answered, so that a second click does nothing new.
template <typename T>
void AllergyForm::run(Task<Result<T>> task, std::function<void(const T &)> done)
{
    m_isBusy = true;
    Q_EMIT busyChanged();
    QCoro::connect(std::move(task), this, [this, done](const Result<T> &result) {
        m_isBusy = false;
        const bool mayBeStored = !result && result.error().kind == ErrorKind::Unavailable;
        if (!mayBeStored)
            m_command = m_visit->desk()->context().newCommand();
        if (result)
            done(*result);
        else
            m_visit->desk()->showError(result.error());
        Q_EMIT busyChanged();
    });
}

void AllergyForm::record()
{
    const auto typed = entry();
    if (m_isBusy)
        return;
    if (!typed)
        return m_visit->desk()->showError(typed.error());
    const auto context = m_visit->desk()->context();
    run<clinical::AllergyIntolerance>(
        workflow::recordAllergy(context, m_command, m_visit->record().patient.id, *typed),
        [this](const clinical::AllergyIntolerance &allergy) {
            clear(
                {Field::Substance, Field::Reactions, Field::Criticality, Field::Verification, Field::Onset});
            Q_EMIT recorded(substanceText({allergy.substanceEn, allergy.substance}));
        });
}

void AllergyForm::assertNone()
{
    if (m_isBusy)
        return;
    const auto context = m_visit->desk()->context();
    run<administration::Patient>(
        workflow::assertNoKnownAllergies(context, m_command, m_visit->record().patient.id),
        [this](const administration::Patient &) { Q_EMIT noneAsserted(); });
}

void AllergyForm::strike(Id<clinical::AllergyIntolerance> allergy)
{
    if (m_isBusy)
        return;
    const auto context = m_visit->desk()->context();
    run<clinical::AllergyIntolerance>(
        workflow::strikeAllergy(context, m_command, allergy, text(Field::StrikeReason)),
        [this](const clinical::AllergyIntolerance &) {
            clear({Field::StrikeReason});
            Q_EMIT struck();
        });
}

void AllergyForm::clear(std::initializer_list<Field> fields)
{
    for (const auto field : fields) {
        m_texts.remove(field);
        journal(field);
    }
    m_chosen.reset();
    m_candidates.clear();
    Q_EMIT candidatesChanged();
    Q_EMIT refilled();
}

} // namespace simiao::outpatient
