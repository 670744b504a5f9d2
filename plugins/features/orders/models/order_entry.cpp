#include "orders/models/order_entry.h"

#include "sdk/desk.h"

namespace simiao::orders {

namespace {

constexpr int kMostCandidates = 6;

workflow::SigningFacts factsOf(const sdk::Visit &visit)
{
    return {visit.record().patient, visit.record().allergies};
}

} // namespace

OrderEntry::OrderEntry(sdk::Visit *visit, QObject *parent)
    : QObject(parent)
    , m_visit(visit)
{
}

void OrderEntry::setText(const QString &text)
{
    m_visit->setOrderText(text);
    m_line = medications::parseOrderLine(text, m_visit->desk()->reference().dosage);
    const auto terminology = m_visit->desk()->terminology();
    m_candidates = terminology && !m_line.drug.isEmpty()
        ? terminology->medications(m_line.drug, kMostCandidates)
        : std::vector<medications::Medication>{};
    m_current = 0;
    Q_EMIT candidatesChanged();
    Q_EMIT changed();
}

void OrderEntry::setCurrent(int candidate)
{
    if (candidate < 0 || candidate == m_current)
        return;
    m_current = candidate;
    Q_EMIT changed();
}

std::optional<workflow::PreparedLine> OrderEntry::prepared() const
{
    if (m_current >= int(m_candidates.size()))
        return std::nullopt;
    const auto &medication = m_candidates[std::size_t(m_current)];
    const workflow::MedicationDraft draft{medication.id, medications::dosageFor(m_line, medication), {}};
    return workflow::prepareLine(medication, draft, factsOf(*m_visit), m_visit->desk()->reference());
}

bool OrderEntry::add()
{
    const auto line = prepared();
    if (!line || !canAdd() || !line->quantity)
        return false;
    auto medications = m_visit->draft().medications;
    medications.push_back(line->draft);
    m_visit->setMedications(std::move(medications));
    setText({});
    return true;
}

std::vector<workflow::PreparedLine> preparedLines(const sdk::Visit &visit)
{
    const auto terminology = visit.desk()->terminology();
    const auto facts = factsOf(visit);
    std::vector<workflow::PreparedLine> lines;
    for (const auto &draft : visit.draft().medications) {
        const auto medication = terminology ? terminology->medication(draft.medication) : std::nullopt;
        if (medication)
            lines.push_back(workflow::prepareLine(*medication, draft, facts, visit.desk()->reference()));
    }
    return lines;
}

} // namespace simiao::orders
