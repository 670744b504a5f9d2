#pragma once

#include "sdk/visit.h"

#include <QTableWidget>
#include <QWidget>

class QLineEdit;

namespace simiao::ui {
class CandidatePopup;
class TextLabel;
} // namespace simiao::ui

namespace simiao::outpatient {

/// Diagnoses of the visit: one field that finds codes by code, Chinese, pinyin or initials, and the list of those chosen.
/// Enter takes the current candidate, Delete in the list takes a diagnosis away, Alt+Up and Alt+Down change the order.
class DiagnosisPanel : public QWidget
{
    Q_OBJECT
    /// Chosen codes in order, joined by a comma.
    Q_PROPERTY(QString text READ text)
    /// How many codes the list under the field offers.
    Q_PROPERTY(int candidates READ candidates)

public:
    explicit DiagnosisPanel(sdk::Visit *visit, QWidget *parent = nullptr);
    QString text() const;
    int candidates() const { return m_candidates; }

    /// What its words need at this width: the splitter around it does not ask for that.
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void search(const QString &text);
    void showTerminology();
    void take(int row);
    void removeCurrent();
    void moveCurrent(int by);
    void showDiagnoses();
    void retranslate();
    bool handleListKey(int key, Qt::KeyboardModifiers modifiers);

    sdk::Visit *m_visit;
    QLineEdit *m_field;
    ui::CandidatePopup *m_popup;
    QTableWidget *m_list;
    ui::TextLabel *m_hint;
    int m_candidates = 0;
};

} // namespace simiao::outpatient
