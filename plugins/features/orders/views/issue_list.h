#pragma once

#include "workflow/consultation/sign_visit.h"

#include <QWidget>

class QLineEdit;
class QVBoxLayout;

namespace simiao::ui {
class NoticeLine;
}

namespace simiao::orders {

/// Findings of the safety rules beside the orders; where a rule asks for a reason, the field for it.
class IssueList : public QWidget
{
    Q_OBJECT

public:
    explicit IssueList(QWidget *parent = nullptr);

    /// What is shown: the lines, the line being typed, which needs no reason yet, and the prescriptions as a whole.
    struct Findings
    {
        std::vector<workflow::PreparedLine> lines;
        std::optional<workflow::PreparedLine> typed;
        std::vector<workflow::SheetFinding> sheets;
        bool maySplit = false; ///< whether lines may go to another prescription
    };
    void show(const Findings &findings, const QString &language);
    /// Whether nothing is shown.
    bool isEmpty() const { return m_isEmpty; }
    /// The gravest finding in words.
    QString gravest() const { return m_gravest; }
    /// Puts the focus on the first reason that is missing, and returns it; null when there is none.
    QWidget *focusMissingReason();

Q_SIGNALS:
    void reasonEdited(int line, const QString &reason);
    /// The lines shall go to as many prescriptions as the rules ask for.
    void splitWanted();

private:
    void addFinding(const workflow::PreparedLine &line, const Issue &issue, const QString &language);
    void addSheetFinding(const workflow::SheetFinding &finding, bool maySplit, const QString &language);
    ui::NoticeLine *addNotice(const Issue &issue,
                              const QString &lead,
                              const QStringList &actions,
                              const QString &language);
    void addReason(int index, const workflow::PreparedLine &line);

    QVBoxLayout *m_column;
    QList<QLineEdit *> m_reasons;
    QString m_gravest;
    Severity m_gravestSeverity = Severity::Notice;
    bool m_isEmpty = true;
    QString m_shown; ///< what was shown last: typing a reason must not rebuild its field
};

} // namespace simiao::orders
