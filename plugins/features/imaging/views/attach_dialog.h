#pragma once

#include <QFileDialog>

namespace simiao::viewer {

/// Chooses one DICOM file or one folder: a name that is typed or marked is taken as it is, a double click
/// enters folders. The system's own dialogs offer either or.
class AttachDialog : public QFileDialog
{
    Q_OBJECT

public:
    explicit AttachDialog(QWidget *parent = nullptr);

Q_SIGNALS:
    void locationChosen(const QString &path);

protected:
    void accept() override;
};

} // namespace simiao::viewer
