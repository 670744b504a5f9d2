#pragma once

#include "sdk/visit.h"
#include "workflow/reference_data.h"

#include <QWidget>

#include <map>

namespace simiao::ui {
class GrowTextEdit;
class LabelRow;
} // namespace simiao::ui

namespace simiao::outpatient {

/// The note: one editor a section of the template. Every key goes to the visit's draft.
class NotePanel : public QWidget
{
    Q_OBJECT

public:
    explicit NotePanel(sdk::Visit *visit, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void addSection(const workflow::NoteSection &section);
    void showDraft(const QString &code);
    void retranslate();
    void attend(const QString &field);

    sdk::Visit *m_visit;
    std::map<QString, ui::GrowTextEdit *> m_editors;
    std::map<QString, ui::LabelRow *> m_rows;
};

} // namespace simiao::outpatient
