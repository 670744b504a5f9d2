#pragma once

#include "admin/models/chain_check.h"
#include "admin/models/contents_table_model.h"
#include "admin/models/problem_table_model.h"

namespace simiao::admin {

/// Backing the database up, checking it, verifying the trail: one at a time, all of them beside other work.
class DatabaseCare : public QObject
{
    Q_OBJECT

public:
    /// Whose result is shown.
    enum class Shown { Nothing, Contents, Problems };

    explicit DatabaseCare(sdk::Desk *desk, QObject *parent = nullptr);

    ContentsTableModel *contents() const { return m_contents; }
    ProblemTableModel *problems() const { return m_problems; }
    Shown shown() const { return m_shown; }
    /// Whether the back-end can be maintained from here.
    bool isOffered() const { return m_desk->maintenance() != nullptr; }
    bool isRunning() const { return m_isRunning || m_chain->isRunning(); }
    /// What runs, or what came of it; empty before.
    const ui::Notice &notice() const { return m_notice; }

    /// A copy in a new file, read back and compared.
    void backUp(const QString &path);
    void check();
    void verifyAudit();
    void retranslate();

Q_SIGNALS:
    void changed();

private:
    void begin(const QString &lead, const QString &text);
    void fail(const QString &lead, const Error &error);
    void takeBackup(const QString &path, const Result<std::vector<workflow::TableContents>> &copied);
    void takeCheck(const Result<std::vector<workflow::StoreProblem>> &found);

    sdk::Desk *m_desk;
    ChainCheck *m_chain;
    ContentsTableModel *m_contents;
    ProblemTableModel *m_problems;
    Shown m_shown = Shown::Nothing;
    bool m_isRunning = false;
    ui::Notice m_notice;
};

} // namespace simiao::admin
