#pragma once

#include "imaging/models/export_wish.h"
#include "imaging/views/blanking_panel.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QDialogButtonBox;
class QFormLayout;
class QLineEdit;

namespace simiao::ui {
class TextLabel;
}

namespace simiao::viewer {

/// Asks what is to be taken along, and where to, and which parts of the pictures shall be black. Says in words whether it names the
/// patient.
class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    /// \param canExportFiles  DICOM files are offered
    ExportDialog(bool canExportFiles,
                 const QString &folder,
                 BlankingSubject pictures,
                 QWidget *parent = nullptr);

    ExportWish wish() const;

Q_SIGNALS:
    void wished(const simiao::viewer::ExportWish &wish);

private:
    void fill(bool canExportFiles);
    void layOut();
    void follow();
    void makeRoom();
    void browse();
    void accept() override;
    QString consequence(const ExportWish &wish) const;

    QComboBox *m_what;
    QComboBox *m_format;
    QCheckBox *m_texts;
    QCheckBox *m_measurements;
    QCheckBox *m_values;
    QLineEdit *m_subject;
    QCheckBox *m_intervals;
    QCheckBox *m_documents;
    BlankingPanel *m_blanking;
    QLineEdit *m_folder;
    ui::TextLabel *m_consequence;
    QFormLayout *m_form;
    QDialogButtonBox *m_buttons;
};

} // namespace simiao::viewer
