#include "orders/models/order_entry.h"

#include "sdk/desk.h"
#include "sdk/prescribed_lines.h"

namespace simiao::orders {

namespace {

constexpr int kMostCandidates = 6;

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
    const auto &reference = m_visit->desk()->reference();
    const auto quantity = medications::quantityFor(m_line, medication, reference.dosage);
    workflow::MedicationDraft draft{
        medication.id, medications::dosageFor(m_line, medication, reference.dosage), {}};
    if (quantity && *quantity)
        draft.quantity = **quantity;
    auto line = workflow::prepareLine(medication, draft, sdk::signingFacts(*m_visit), reference);
    if (!quantity)
        line.quantity = quantity.error();
    return line;
}

bool OrderEntry::add()
{
    const auto line = prepared();
    if (!line || !canAdd() || !line->quantity || !m_visit->canOrder())
        return false;
    auto medications = m_visit->draft().medications;
    medications.push_back(line->draft);
    m_visit->setMedications(std::move(medications));
    setText({});
    return true;
}

} // namespace simiao::orders
