#pragma once

#include "admin/models/repeatable_command.h"
#include "admin/models/setup_table_model.h"
#include "sdk/known_state.h"

namespace simiao::admin {

/// How far the hospital is set up, and which steps it leaves out for now.
class SetupBook : public QObject
{
    Q_OBJECT

public:
    explicit SetupBook(sdk::Desk *desk, QObject *parent = nullptr);

    SetupTableModel *table() const { return m_table; }
    const ui::ViewState &state() const { return m_state->state(); }
    /// Nothing until it was read.
    const std::optional<workflow::SetupFacts> &facts() const { return m_facts; }
    workflow::SetupState stateOf(workflow::SetupStep step) const;
    /// Steps that need nothing more, of all.
    int finished() const;

    /// Reads at once while somebody looks; else when somebody looks again.
    void setWatched(bool isWatched);
    void reload();
    /// Leaves the step out for now, or takes it up again.
    void toggleLeftOut(workflow::SetupStep step);
    void retranslate();

Q_SIGNALS:
    void changed();

private:
    void followStore(const workflow::Receipt &receipt);
    void take(const Result<workflow::SetupFacts> &facts);

    sdk::Desk *m_desk;
    SetupTableModel *m_table;
    RepeatableCommand m_command;
    std::optional<workflow::SetupFacts> m_facts;
    bool m_isWatched = false;
    bool m_isStale = true;
    sdk::KnownState *m_state;
};

} // namespace simiao::admin
