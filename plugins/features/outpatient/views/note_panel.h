#pragma once

#include "sdk/visit.h"
#include "workflow/reference_data.h"

#include <QWidget>

#include <map>

class QComboBox;
class QVBoxLayout;

namespace simiao::ui {
class GrowTextEdit;
class LabelRow;
} // namespace simiao::ui

namespace simiao::outpatient {

/// The note: one editor a section of the template. Every key goes to the visit's draft. The template fits the kind of visit
/// and can be changed until something is written. A signed note has the sections it was signed with.
class NotePanel : public QWidget
{
    Q_OBJECT

public:
    explicit NotePanel(sdk::Visit *visit, QWidget *parent = nullptr);

    /// The choice of the template, for the title line of the panel: it takes no room from the note there.
    QWidget *templateChoice() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void makeSections();
    void followReference();
    void addSection(const workflow::NoteSection &section);
    void showTemplates();
    void showLock();
    void showDraft(const QString &code);
    void retranslate();
    void attend(const QString &field);

    sdk::Visit *m_visit;
    QComboBox *m_template;
    QVBoxLayout *m_column = nullptr;
    std::vector<workflow::NoteSection> m_sections;
    std::map<QString, ui::GrowTextEdit *> m_editors;
    std::map<QString, ui::LabelRow *> m_rows;
};

} // namespace simiao::outpatient
