#include "imaging/views/attach_dialog.h"

#include <QHeaderView>
#include <QTreeView>

namespace simiao::viewer {

namespace {

/// Names first, and nothing cut: what kind of file it is says nothing about images, and is not in the language of the program.
void layOutColumns(QFileDialog &dialog)
{
    constexpr int kSize = 1;
    constexpr int kKind = 2;
    constexpr int kDay = 3;
    auto *files = dialog.findChild<QTreeView *>();
    if (!files)
        return;
    auto *header = files->header();
    header->setStretchLastSection(false);
    header->setSectionHidden(kKind, true);
    header->setSectionResizeMode(0, QHeaderView::Stretch);
    for (const int column : {kSize, kDay})
        header->setSectionResizeMode(column, QHeaderView::ResizeToContents);
}

} // namespace

AttachDialog::AttachDialog(QWidget *parent)
    : QFileDialog(parent)
{
    setObjectName(QStringLiteral("imaging.attachDialog"));
    setOption(QFileDialog::DontUseNativeDialog);
    setFileMode(QFileDialog::ExistingFile);
    setWindowTitle(tr("Attach images: a DICOM file or a folder"));
    setLabelText(QFileDialog::Accept, tr("Attach"));
    setLabelText(QFileDialog::FileName, tr("File or folder:"));
    layOutColumns(*this);
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
