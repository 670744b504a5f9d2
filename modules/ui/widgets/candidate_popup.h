#pragma once

#include "ui/widgets/candidate_model.h"

#include <QFrame>

class QKeyEvent;
class QListView;

namespace simiao::ui {

/// The list of what was meant, under the field it belongs to. It is a child of the field's window and
/// never takes the focus or a grab, so typing, input methods and scanners go on undisturbed. The
/// owner hands it the field's keys:
///
///     if (m_popup->handleKey(event)) return;
class CandidatePopup : public QFrame
{
    Q_OBJECT

public:
    /// \param field  stays above; the popup is shown, moved and hidden with it
    explicit CandidatePopup(QWidget *field);

    /// Shows the list with its first row current, or hides it when there is nothing to choose.
    void setCandidates(const QList<Candidate> &candidates);
    bool hasCandidates() const { return m_model->rowCount() > 0; }
    int current() const;
    const Candidate &candidate(int row) const { return m_model->at(row); }

    /// Up, Down, PageUp, PageDown move, Enter and Return choose, Escape dismisses (nothing typed is
    /// lost). \returns whether the key was the popup's
    bool handleKey(const QKeyEvent *event);

    QSize sizeHint() const override;

Q_SIGNALS:
    void chosen(int row);
    void currentChanged(int row);
    void dismissed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void move(int rows);
    void place();

    QWidget *m_field;
    CandidateModel *m_model;
    QListView *m_list;
};

} // namespace simiao::ui
