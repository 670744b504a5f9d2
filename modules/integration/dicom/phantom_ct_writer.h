#pragma once

#include "workflow/ports/phantom_study.h"

#include <QThreadPool>

namespace simiao::dicom {

/// Writes the chest of phantom/chest_phantom.h as a CT series: 256 x 256, 16 bits signed, explicit VR little
/// endian,
/// names in ISO_IR 192, a lung and a mediastinal window. Series, instance and frame UIDs follow from the
/// study UID.
/// Every slice says in its Image Comments that it is synthetic.
class PhantomCtWriter : public workflow::PhantomStudyWriter
{
public:
    PhantomCtWriter();

    Task<Result<QString>> write(workflow::PhantomStudyOrder order) override;

private:
    QThreadPool m_pool;
};

/// The same, on the caller's thread.
Result<QString> writePhantomStudy(const workflow::PhantomStudyOrder &order);

} // namespace simiao::dicom
