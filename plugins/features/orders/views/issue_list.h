#pragma once

#include "workflow/consultation/sign_visit.h"

#include <QWidget>

class QLineEdit;
class QVBoxLayout;

namespace simiao::orders {

/// Findings of the safety rules beside the orders; where a rule asks for a reason, the field for it.
class IssueList : public QWidget
{
    Q_OBJECT

public:
    explicit IssueList(QWidget *parent = nullptr);

    /// Shows the findings of `lines`, and those of the line being typed (`typed`), which need no reason yet.
    void show(const std::vector<workflow::PreparedLine> &lines,
              const std::optional<workflow::PreparedLine> &typed,
              const QString &language);
    /// The gravest finding in words.
    QString gravest() const { return m_gravest; }
    /// Puts the focus on the first reason that is missing; false when there is none.
    bool focusMissingReason();

Q_SIGNALS:
    void reasonEdited(int line, const QString &reason);

private:
    void addFinding(const workflow::PreparedLine &line, const Issue &issue, const QString &language);
    void addReason(int index, const workflow::PreparedLine &line);

    QVBoxLayout *m_column;
    QList<QLineEdit *> m_reasons;
    QString m_gravest;
    Severity m_gravestSeverity = Severity::Notice;
    QString m_shown; ///< what was shown last: typing a reason must not rebuild its field
};

} // namespace simiao::orders
