#include "imaging/views/attach_dialog.h"

namespace simiao::viewer {

AttachDialog::AttachDialog(QWidget *parent)
    : QFileDialog(parent)
{
    setObjectName(QStringLiteral("imaging.attachDialog"));
    setOption(QFileDialog::DontUseNativeDialog);
    setFileMode(QFileDialog::ExistingFile);
    setWindowTitle(tr("Attach images: a DICOM file or a folder"));
    setLabelText(QFileDialog::Accept, tr("Attach"));
    setLabelText(QFileDialog::FileName, tr("File or folder:"));
}

void AttachDialog::accept()
{
    const auto path = selectedFiles().value(0, directory().absolutePath());
    if (!QFileInfo::exists(path))
        return QFileDialog::accept(); // says that there is no such file
    Q_EMIT locationChosen(path);
    QDialog::accept();
}

} // namespace simiao::viewer
