#pragma once

#include "domain/medications/order_line.h"
#include "sdk/visit.h"
#include "workflow/consultation/sign_visit.h"

#include <QObject>

namespace simiao::orders {

/// What the order line means while it is being typed: candidates, and the line that Enter would add.
class OrderEntry : public QObject
{
    Q_OBJECT

public:
    explicit OrderEntry(sdk::Visit *visit, QObject *parent = nullptr);

    /// Reads the text again; goes to the draft journal as it is.
    void setText(const QString &text);
    /// Another candidate is meant.
    void setCurrent(int candidate);

    const std::vector<medications::Medication> &candidates() const { return m_candidates; }
    const medications::OrderLine &line() const { return m_line; }
    /// The line as it would be added; nothing while no drug is found.
    std::optional<workflow::PreparedLine> prepared() const;
    /// Words that were not understood stand in the way.
    bool canAdd() const { return !m_candidates.empty() && m_line.unknown.empty(); }

    /// Adds the current line to the visit's draft and empties the text. Does nothing when it cannot.
    bool add();

Q_SIGNALS:
    void candidatesChanged();
    void changed();

private:
    sdk::Visit *m_visit;
    medications::OrderLine m_line;
    std::vector<medications::Medication> m_candidates;
    int m_current = 0;
};

} // namespace simiao::orders
