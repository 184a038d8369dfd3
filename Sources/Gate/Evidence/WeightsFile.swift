// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// Which files hold weights, going by their names: the formats that model hubs and frameworks list.
enum WeightsFile {
  /// The extensions of files that hold little else.
  private static let own = extensions(
    "bin safetensors pt pth onnx pkl joblib h5 keras gguf ckpt npz tflite"
  )

  /// The extensions of files that may hold weights, and other things as well.
  private static let possible = extensions(
    """
    pt2 pte ptl onnx_data ort hdf5 lite pb ggml ggjt pickle cloudpickle dill model ubj bst cbm lgb mlmodel npy \
    msgpack pdparams pdmodel pdiparams engine plan trt mar skops data dat params weights caffemodel nemo t7 \
    torchscript jit xgb rds
    """
  )

  private static func extensions(_ list: String) -> Set<String> {
    Set(list.split(separator: " ").map(String.init))
  }

  /// Whether a file has the name of weights.
  static func isNamed(_ path: String) -> Bool { own.contains(TreePath.fileExtension(of: path)) }

  /// Whether a file may hold weights; TensorFlow names shards `….data-00000-of-00001`.
  static func isPossible(_ path: String) -> Bool {
    let ending = TreePath.fileExtension(of: path)
    return own.contains(ending) || possible.contains(ending) || ending.hasPrefix("data-0")
  }
}
